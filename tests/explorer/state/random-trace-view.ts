import fc from 'fast-check';
import {
  FIRST_TRACE,
  MOST_JOINED,
  setEnds,
  type TraceConditions,
  type TraceView,
} from '../../../src/explorer/state/trace-view.ts';
import { EntityId, RelationId, TypeId } from '../../../src/model/ids.ts';

/** Ids with all that an address must escape: reserved characters and other scripts. */
const idText = fc.string({
  unit: fc.constantFrom('a', 'b', 'ß', 'ب', '&', '=', '#', '%', '+', ':', '/', '?', '😀', '-'),
  minLength: 1,
  maxLength: 6,
});
export const entityId = idText.map((text) => EntityId.parse(text));
const some = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });
const voiceKeys = some(
  fc.tuple(fc.constantFrom('source', 'speaker', 'publisher', 'origin'), idText).map((parts) => parts.join(':')),
);

/** Any conditions at all, also such as the knowledge base refuses. */
export const conditions: fc.Arbitrary<TraceConditions> = fc.record(
  {
    types: some(idText.map((id) => TypeId.parse(id))),
    direction: fc.constantFrom('along', 'against'),
    depth: fc.integer({ min: 1, max: 12 }),
    minBelief: fc.double({ min: 0, max: 0.99, noNaN: true }).map(Math.abs),
    noDisputed: fc.constant(true),
    includeUnknown: fc.constant(true),
    since: fc.constantFrom('2019', '2019-05-14', 'soon'),
    until: fc.constantFrom('2021', '198X'),
    time: fc.constantFrom('overlap', 'sequence'),
    gap: fc.integer({ min: 0, max: 10_000 }),
    only: voiceKeys,
    without: voiceKeys,
    avoid: some(entityId),
    avoidRelations: some(fc.tuple(idText, idText, idText).map((parts) => RelationId.parse(parts.join('~')))),
    rank: fc.constant('hops'),
    damped: fc.constant(true),
    budget: fc.integer({ min: 1, max: 100 }),
  },
  { requiredKeys: [] },
);

/** Any state that the trace builder can be in. */
export const traceView: fc.Arbitrary<TraceView> = fc
  .record({
    from: fc.uniqueArray(entityId, { maxLength: 3 }),
    to: fc.uniqueArray(entityId, { maxLength: 3 }),
    others: fc.uniqueArray(entityId, { maxLength: MOST_JOINED - 2 }),
    rest: fc.record(
      {
        ask: fc.constantFrom('related', 'common'),
        conditions,
        near: fc.integer({ min: 1, max: 3 }),
        chosen: fc.nat(9),
        hop: fc.nat(11),
        beside: fc.nat(9),
      },
      { requiredKeys: ['ask', 'conditions', 'near', 'chosen'] },
    ),
  })
  .map(({ from, to, others, rest }): TraceView => ({ ...setEnds(FIRST_TRACE, from, to), others, ...rest }));
