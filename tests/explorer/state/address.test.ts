import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISPUTE_KINDS } from '../../../src/evidence/disputes.ts';
import { INTERESTS } from '../../../src/evidence/interest.ts';
import { VERDICTS } from '../../../src/evidence/verdict.ts';
import type { WeightChanges } from '../../../src/evidence/weight-changes.ts';
import { isOtherData, isOtherWeights, readAddress, writeAddress } from '../../../src/explorer/state/address.ts';
import { FIRST_VIEW, MAX_DEPTH, Panel, Stage, type View } from '../../../src/explorer/state/view.ts';
import { Stance } from '../../../src/model/claim.ts';
import { EntityId, KindId, RelationId, SourceId, TypeId } from '../../../src/model/ids.ts';
import { traceView } from './random-trace-view.ts';

const HASH = '0123456789abcdef'.repeat(4);

/** Ids with all that an address must escape: reserved characters, other scripts, spaces' neighbours. */
const idText = fc.string({
  unit: fc.constantFrom('a', 'ß', '一', 'ب', '&', '=', '#', '%', '+', ':', '/', '?', '😀', '-'),
  minLength: 1,
  maxLength: 8,
});
const list = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(values, { minLength: 1, maxLength: 3 });
const entityId = idText.map((text) => EntityId.parse(text));

const voices = fc.array(
  fc.tuple(fc.constantFrom('source', 'speaker', 'publisher', 'origin'), idText).map((parts) => parts.join(':')),
  { maxLength: 3 },
);

const view: fc.Arbitrary<View> = fc.record(
  {
    selection: fc.oneof(
      entityId.map((id) => ({ kind: 'entity' as const, id })),
      fc
        .tuple(idText, idText, idText)
        .map((parts) => ({ kind: 'relation' as const, id: RelationId.parse(parts.join('~')) })),
      idText.map((id) => ({ kind: 'source' as const, id: SourceId.parse(id) })),
      idText.map((id) => ({ kind: 'figure' as const, id: `${id}~killed~~` })),
    ),
    focus: fc.record({ id: entityId, depth: fc.integer({ min: 1, max: MAX_DEPTH }) }),
    filter: fc.record(
      {
        kinds: list(idText.map((id) => KindId.parse(id))),
        types: list(idText.map((id) => TypeId.parse(id))),
        verdicts: list(fc.constantFrom(...VERDICTS)),
        stances: list(fc.constantFrom(...Stance.options)),
        sources: list(idText.map((id) => SourceId.parse(id))),
        speakers: list(idText),
        interests: list(fc.constantFrom(...INTERESTS)),
      },
      { requiredKeys: [] },
    ),
    disputes: fc.record(
      {
        kind: fc.constantFrom(...DISPUTE_KINDS),
        parties: fc.array(idText, { maxLength: 2 }),
        source: idText.map((id) => SourceId.parse(id)),
      },
      { requiredKeys: ['parties'] },
    ),
    compare: fc.record({ p: voices, q: voices }),
    without: voices,
    weights: fc.constantFrom<WeightChanges>({}, { A: 0.95 }, { mild: 0.4, ratio: 3.5, '4': 0.2 }),
    panel: fc.constantFrom(...Panel.options),
    stage: fc.constantFrom(...Stage.options),
    trace: traceView,
  },
  { requiredKeys: ['filter', 'disputes', 'compare', 'without', 'weights', 'panel', 'stage', 'trace'] },
);

describe('the address holds the view', () => {
  test('what is written is read back, whatever the ids', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readAddress(writeAddress(given, HASH)).view).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  test('the first view has no fragment', () => {
    expect(writeAddress(FIRST_VIEW, HASH)).toBe('');
    expect(readAddress('')).toEqual({ view: FIRST_VIEW, data: undefined });
  });

  test('any other fragment opens some view and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fragment) => {
        expect(readAddress(`#${fragment}`).view).toBeDefined();
      }),
    );
  });

  test('a link tells whether it was made on the same data', () => {
    const address = readAddress(writeAddress({ ...FIRST_VIEW, stage: 'table' }, HASH));
    expect(isOtherData(address, HASH)).toBe(false);
    expect(isOtherData(address, 'f'.repeat(64))).toBe(true);
  });

  test('a link carries the version of the weights, and tells if it is not the one of this Ascribe', () => {
    const fragment = writeAddress({ ...FIRST_VIEW, weights: { A: 0.95 } }, HASH);
    expect(new URLSearchParams(fragment.slice(1)).get('weights')).toBe('1 with A=0.95');
    expect(isOtherWeights(fragment)).toBe(false);
    expect(isOtherWeights('#weights=0')).toBe(true);
    expect(isOtherWeights('')).toBe(false);
  });
});
