import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_TRACE, replaceConditions, setConditions } from '../../../src/explorer/state/trace-view.ts';
import { CONDITIONS } from '../../../src/explorer/trace/conditions/all-conditions.ts';
import { chipsOf, type Names } from '../../../src/explorer/trace/conditions/condition-words.ts';
import { conditions } from '../state/random-trace-view.ts';

const SEEDS = [20_240_105, Math.floor(Math.random() * 2 ** 31)];
console.info(`conditions: fresh seed ${SEEDS[1]}`);

const NAMES: Names = {
  type: (id) => `type ${id}`,
  voice: (key) => `voice ${key}`,
  entity: (id) => `entity ${id}`,
  relation: (id) => `relation ${id}`,
};

describe('chips', () => {
  test('each condition that is set has one, and taking all away leaves none', () => {
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(conditions, (given) => {
          const chips = Object.values(chipsOf(given, NAMES)).flat();
          expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
          let trace = replaceConditions(FIRST_TRACE, given);
          // One after another, as a person does it: what a cross takes away is worked out anew each time.
          for (let left = chips.length; left > 0; left--) {
            const now = Object.values(chipsOf(trace.conditions, NAMES)).flat();
            expect(now).toHaveLength(left);
            const [first] = now;
            if (first === undefined) throw new Error('a chip went away by itself');
            trace = setConditions(trace, first.without);
          }
          // A gap without an order in time asks nothing, and has no chip.
          const { gap: _, ...rest } = trace.conditions;
          expect(rest).toEqual({});
        }),
        { seed },
      );
    }
  });

  test('name whom and what they are about', () => {
    fc.assert(
      fc.property(conditions, ({ types, only, without, avoid, avoidRelations }) => {
        const labels = Object.values(chipsOf({ types, only, without, avoid, avoidRelations }, NAMES)).flatMap((chips) =>
          chips.map(({ label }) => label),
        );
        const names = [
          ...(types ?? []).map((id) => NAMES.type(id)),
          ...[...(only ?? []), ...(without ?? [])].map((key) => NAMES.voice(key)),
          ...(avoid ?? []).map((id) => NAMES.entity(id)),
          ...(avoidRelations ?? []).map((id) => NAMES.relation(id)),
        ];
        expect(labels).toHaveLength(names.length);
        for (const name of names) expect(labels.some((label) => label.endsWith(name))).toBe(true);
      }),
      { seed: 20_240_105 },
    );
  });

  test('every group of chips has an editor, once for each question it applies to', () => {
    const groups = Object.keys(chipsOf({}, NAMES));
    expect([...new Set(CONDITIONS.map(({ id }) => id))].toSorted()).toEqual(groups.toSorted());
    for (const ask of ['near', 'trace', 'connect', 'common'] as const) {
      const ids = CONDITIONS.filter(({ asks }) => asks.includes(ask)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
