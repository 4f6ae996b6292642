import type { Stance } from '../../model/claim.ts';
import type { EdgeMapping } from './mapping.ts';

/** Names that an attribute of stances has in many tools, best first, folded. */
export const STANCE_NAMES: readonly string[] = ['stance', 'polarity', 'position', 'sentiment', 'assertion'];

/** Under these names a sign or a "no" is a stance; under the others it may as well be a place or a mood. */
const PLAIN_NAMES: readonly string[] = ['stance', 'polarity'];

/** Words of a stance, and of nothing else. */
const PLAIN_WORDS: Readonly<Record<Stance, readonly string[]>> = {
  asserts: ['asserts', 'assert', 'claims', 'claim', 'affirms', 'confirms', 'supports', 'agree'],
  denies: ['denies', 'deny', 'denied', 'refutes', 'rejects', 'disputes', 'disagree'],
  doubts: ['doubts', 'doubt', 'doubted', 'questions', 'unsure', 'uncertain'],
};
/** Signs and words that mean a stance where the name says so. */
const OTHER_WORDS: Readonly<Record<Stance, readonly string[]>> = {
  asserts: ['positive', 'yes', 'true', '1', '+'],
  denies: ['negative', 'no', 'false', '-1', '-'],
  doubts: ['neutral'],
};

type StanceMapping = Required<NonNullable<EdgeMapping['stance']>>;

/** A value as stances are compared: in any case, without white space at its ends. */
export function foldStance(value: string): string {
  return value.trim().toLowerCase();
}

/** What the values of an attribute say of stances by their words; undefined where none denies or doubts. */
export function stanceMapping(
  attribute: string,
  samples: Iterable<string | number | boolean>,
): StanceMapping | undefined {
  const values = [...new Set([...samples].map((value) => foldStance(String(value))))];
  const of = (stance: Stance): string[] =>
    values.filter((value) => PLAIN_WORDS[stance].includes(value) || OTHER_WORDS[stance].includes(value));
  const found = { attribute, asserts: of('asserts'), denies: of('denies'), doubts: of('doubts') };
  return found.denies.length + found.doubts.length > 0 ? found : undefined;
}

/** Whether an attribute of a folded name and some value plainly denies or doubts. */
export function isPlainDenial(name: string, value: string): boolean {
  const folded = foldStance(value);
  const has = (words: Readonly<Record<Stance, readonly string[]>>): boolean =>
    words.denies.includes(folded) || words.doubts.includes(folded);
  return has(PLAIN_WORDS) || (PLAIN_NAMES.includes(name) && has(OTHER_WORDS));
}
