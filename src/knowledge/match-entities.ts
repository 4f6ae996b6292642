import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { isSameKind } from './merge-ontologies.ts';
import { isSameRecord } from './same-record.ts';
import { fold } from './search-index.ts';

/** Why two entities of different graphs may be the same. None of these makes them so. */
export type MatchReason = 'same external id' | 'same id' | 'same name' | 'name is an alias' | 'same alias';

export interface Candidate {
  readonly a: EntityId;
  readonly b: EntityId;
  /** Strongest first. */
  readonly reasons: readonly MatchReason[];
  /** What speaks against it: they are of different kinds, or have different ids in one scheme. */
  readonly against: readonly ('different kinds' | 'different external ids')[];
  /** The names that meet, as they are written. */
  readonly by: readonly string[];
}

const STRENGTH: readonly MatchReason[] = ['same external id', 'same id', 'same name', 'name is an alias', 'same alias'];

/** A name, or an id elsewhere, that more entities than this share says nothing of who they are. */
const MOST_SHARING = 20;

interface Spelling {
  readonly entity: Entity;
  readonly text: string;
  readonly isName: boolean;
}

function spellings(entities: readonly Entity[]): Map<string, Spelling[]> {
  const found = new Map<string, Spelling[]>();
  for (const entity of entities) {
    [entity.name, ...entity.aliases].forEach((text, i) => {
      const key = fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (key === '') return;
      const group = found.get(key);
      const one = { entity, text, isName: i === 0 };
      if (group === undefined) found.set(key, [one]);
      else if (!group.some((known) => known.entity === entity)) group.push(one);
    });
  }
  return found;
}

/** The entities that have each id elsewhere, by scheme and id. */
function externalIds(entities: readonly Entity[]): Map<string, Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const entity of entities) {
    for (const [scheme, id] of Object.entries(entity.sameAs ?? {})) {
      const key = `${scheme} ${id}`;
      const group = found.get(key);
      if (group === undefined) found.set(key, [entity]);
      else group.push(entity);
    }
  }
  return found;
}

type Known = Pick<GraphDocument, 'entities' | 'ontology'>;

/**
 * The ids of entities that a merge makes one without a decision: those that are equal in both graphs, of a kind that is
 * one in both; with `sameIds` all that both have.
 */
function settledIds(a: Known, b: Known, sameIds: boolean): ReadonlySet<EntityId> {
  const kinds = new Map(a.ontology.kinds.map((kind) => [kind.id, kind]));
  const otherKinds = new Set(
    b.ontology.kinds.flatMap((kind) => {
      const known = kinds.get(kind.id);
      return known === undefined || isSameKind(known, kind) ? [] : [kind.id];
    }),
  );
  const ours = new Map(a.entities.map((entity) => [entity.id, entity]));
  const isSettled = (entity: Entity): boolean => {
    const known = ours.get(entity.id);
    if (known === undefined) return false;
    // A document that was written and read back has its fields in another order.
    return sameIds || (!otherKinds.has(entity.kind) && isSameRecord(known, entity));
  };
  return new Set(b.entities.filter(isSettled).map(({ id }) => id));
}

/**
 * Pairs of entities of two graphs that may be the same: by external ids, by ids, by names and aliases folded (case,
 * diacritics, scripts). Only proposed, with the reasons; a person says *same*, *not same* or *unsure*. Strongest first, then
 * by id. Entities that a merge makes one by itself, as those that are equal in both graphs, need no decision and are not
 * proposed; `sameIds` as the merge has it.
 */
export function matchEntities(
  a: Known,
  b: Known,
  { sameIds = false }: { readonly sameIds?: boolean } = {},
): { readonly candidates: readonly Candidate[]; readonly tooCommon: readonly string[] } {
  const pairs = new Map<Entity, Map<Entity, { reasons: Set<MatchReason>; by: Set<string> }>>();
  const propose = (one: Entity, other: Entity, reason: MatchReason, by?: string): void => {
    const row = pairs.get(one) ?? new Map<Entity, { reasons: Set<MatchReason>; by: Set<string> }>();
    pairs.set(one, row);
    const pair = row.get(other) ?? { reasons: new Set<MatchReason>(), by: new Set<string>() };
    row.set(other, pair);
    pair.reasons.add(reason);
    if (by !== undefined) pair.by.add(by);
  };
  // Whoever is in both already is nobody else.
  const settled = settledIds(a, b, sameIds);
  const byId = new Map(b.entities.map((entity) => [entity.id, entity]));
  for (const entity of a.entities) {
    const other = byId.get(entity.id);
    if (other !== undefined) propose(entity, other, 'same id');
  }
  const tooCommon: string[] = [];
  /** Whether so many share something that it says nothing. */
  const isCommon = (text: string, mine: readonly unknown[], theirs: readonly unknown[]): boolean => {
    if (mine.length <= MOST_SHARING && theirs.length <= MOST_SHARING) return false;
    tooCommon.push(text);
    return true;
  };
  const external = externalIds(b.entities);
  for (const [key, mine] of externalIds(a.entities)) {
    const theirs = external.get(key);
    if (theirs === undefined || isCommon(key, mine, theirs)) continue;
    for (const one of mine) for (const other of theirs) propose(one, other, 'same external id');
  }
  const others = spellings(b.entities);
  for (const [key, mine] of spellings(a.entities)) {
    const theirs = others.get(key) ?? [];
    if (theirs.length === 0 || isCommon(mine[0]?.text ?? key, mine, theirs)) continue;
    for (const one of mine) {
      for (const other of theirs) {
        const reason =
          one.isName && other.isName ? 'same name' : one.isName || other.isName ? 'name is an alias' : 'same alias';
        propose(one.entity, other.entity, reason, other.text);
      }
    }
  }
  const candidates = [...pairs].flatMap(([one, row]) =>
    [...row].flatMap(([other, { reasons, by }]): Candidate[] => {
      if (settled.has(one.id) || settled.has(other.id)) return [];
      const clash = Object.entries(one.sameAs ?? {}).some(([scheme, id]) => (other.sameAs?.[scheme] ?? id) !== id);
      return [
        {
          a: one.id,
          b: other.id,
          reasons: STRENGTH.filter((reason) => reasons.has(reason)),
          against: [
            ...(one.kind === other.kind ? [] : (['different kinds'] as const)),
            ...(clash ? (['different external ids'] as const) : []),
          ],
          by: [...by].toSorted(byCodePoint),
        },
      ];
    }),
  );
  const rank = ({ reasons, against }: Candidate): number =>
    STRENGTH.indexOf(reasons[0] ?? 'same alias') + against.length * STRENGTH.length;
  return {
    candidates: candidates.toSorted((x, y) => rank(x) - rank(y) || byCodePoint(x.a, y.a) || byCodePoint(x.b, y.b)),
    tooCommon: tooCommon.toSorted(byCodePoint),
  };
}
