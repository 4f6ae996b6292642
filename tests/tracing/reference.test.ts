import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildNetwork } from '../../src/tracing/network.ts';
import { PathSearcher } from '../../src/tracing/paths.ts';

const Answers = z.array(
  z.object({
    from: z.number(),
    to: z.number(),
    paths: z.array(z.object({ entities: z.array(z.number()), cost: z.number() })),
  }),
);
const reference = z
  .object({
    origin: z.string(),
    entities: z.number(),
    relations: z.array(z.object({ from: z.number(), to: z.number(), belief: z.number() })),
    both: Answers,
    along: Answers,
  })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/reference-paths/reference-paths.json', import.meta.url), 'utf8')),
  );

/** networkx enumerates paths by their entities, so of parallel relations the strongest alone is left. */
function strongestOnly(directed: boolean): typeof reference.relations {
  const best = new Map<string, (typeof reference.relations)[number]>();
  for (const relation of reference.relations) {
    const { from, to } = relation;
    const key = directed ? `${from} ${to}` : `${Math.min(from, to)} ${Math.max(from, to)}`;
    const known = best.get(key);
    if (known === undefined || relation.belief > known.belief) best.set(key, relation);
  }
  return [...best.values()];
}

test.each(['both', 'along'] as const)(
  `E24, E26: the best paths, walked %s, are those of ${reference.origin}`,
  (direction) => {
    const relations = strongestOnly(direction === 'along');
    const searcher = new PathSearcher(
      buildNetwork(reference.entities, {
        from: Uint32Array.from(relations, ({ from }) => from),
        to: Uint32Array.from(relations, ({ to }) => to),
        belief: Float64Array.from(relations, ({ belief }) => belief),
        symmetric: new Uint8Array(relations.length),
      }),
    );
    const answers = reference[direction];
    expect(answers.filter(({ paths }) => paths.length > 1).length).toBeGreaterThan(5);
    for (const { from, to, paths } of answers) {
      const found = searcher.search({ sources: [from], targets: [to], k: 5, direction }).paths;
      expect(found.map(({ entities }) => entities)).toEqual(paths.map(({ entities }) => entities));
      found.forEach((path, i) => {
        const cost = path.relations.reduce((sum, number) => sum - Math.log(relations[number]?.belief ?? 0), 0);
        expect(cost).toBeCloseTo(paths[i]?.cost ?? Number.NaN, 9);
      });
    }
  },
);
