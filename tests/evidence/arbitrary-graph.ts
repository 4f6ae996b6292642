import fc from 'fast-check';
import type { ClaimLine, TypeSketch } from './sketch-graph.ts';

/** Types of every sort that evidence treats apart. */
export const TYPES: Readonly<Record<string, TypeSketch>> = {
  backs: {},
  funds: { broader: 'backs' },
  pays: { broader: 'funds' },
  opposes: { excludes: ['backs'], side: 'opposite' },
  allied: { symmetric: true, excludes: ['fights'], side: 'same' },
  fights: { symmetric: true, broader: 'opposes' },
  founded: { singleValued: 'object' },
  'set-up': { broader: 'founded' },
  did: { attribution: true },
  'part-of': { side: 'same', partOf: true },
};

export const SOURCES = { a: 'A', b: 'B', c: 'F' } as const;

const lineOf = (types: readonly string[]): fc.Arbitrary<ClaimLine> =>
  fc
    .record({
      source: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('x', 'y', 'z'),
      type: fc.constantFrom(...types),
      object: fc.constantFrom('x', 'y', 'z'),
      literal: fc.boolean(),
      stance: fc.constantFrom('asserts', 'asserts', 'denies', 'doubts'),
      by: fc.constantFrom(undefined, 'x', 'y'),
      unnamed: fc.constantFrom(undefined, undefined, 'somebody', 'others'),
      said: fc.constantFrom(undefined, '2020', '2021-05', '2022-01-01'),
      when: fc.constantFrom(undefined, undefined, '1999', '2024'),
      hedge: fc.constantFrom<'reportedly' | 'allegedly' | undefined>(undefined, 'reportedly', 'allegedly'),
    })
    .map(
      ({ source, subject, type, object, literal, stance, by, unnamed, said, when, hedge }): ClaimLine => [
        source,
        subject,
        literal ? 'called' : type,
        literal ? '=so' : object,
        {
          stance,
          ...(by === undefined ? {} : { by }),
          ...(unnamed === undefined ? {} : { unnamed }),
          ...(said === undefined ? {} : { said }),
          ...(when === undefined ? {} : { when }),
          ...(hedge === undefined ? {} : { hedge }),
        },
      ],
    );

/** Claims on a few relations between three, by a few speakers in three sources, with every stance, hedge and date. */
export const claimLines: fc.Arbitrary<ClaimLine[]> = linesOf(Object.keys(TYPES));

/** The same of those types that exclude each other, so that most claims meet what excludes them. */
export const excludingLines: fc.Arbitrary<ClaimLine[]> = linesOf([
  'founded',
  'set-up',
  'allied',
  'fights',
  'backs',
  'pays',
]);

function linesOf(types: readonly string[]): fc.Arbitrary<ClaimLine[]> {
  return fc.uniqueArray(lineOf(types), { minLength: 2, maxLength: 20, selector: (one) => JSON.stringify(one) });
}
