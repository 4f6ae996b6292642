import { weightsOfVersion } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { layGround } from '../../knowledge/ground.ts';
import type { EntityRef, RelationSummary } from '../../knowledge/knowledge-base.ts';
import type { Relation } from '../../knowledge/topics.ts';
import { VERDICT_ORDER } from '../../knowledge/words.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import type { WriteOptions } from '../format.ts';
import { chosenIn } from './chosen-relations.ts';

/** What a picture of a graph shows, and how much of the graph it does not. */
export interface PictureData {
  /** Those that stand in a relation, in code-point order of their ids; `claims` counts those on their relations. */
  readonly entities: readonly (EntityRef & { readonly claims: number })[];
  /** Between two of these; those of weaker verdicts first, so that what stands is drawn on top. */
  readonly relations: readonly (RelationSummary & { readonly object: EntityRef })[];
  readonly notDrawn: {
    /** Entities that stand in a relation, and relations, beyond the limit. */
    readonly entities: number;
    readonly relations: number;
    /** Entities that stand in no relation here. */
    readonly alone: number;
  };
  /** Of what is drawn, that which nobody chose: it was taken along as evidence. */
  readonly along: { readonly entities: ReadonlySet<string>; readonly relations: ReadonlySet<string> };
  /** Version of the weights table. */
  readonly weights: string;
}

/** More than these can neither be read nor laid out in a reasonable time. */
export const MOST_DRAWN = 1000;

/** A relation between two entities, which are one where it is of an entity with itself. */
interface Line {
  readonly relation: Relation;
  readonly ends: readonly EntityId[];
  readonly chosen: boolean;
}

/** What decides which of too many entities are drawn. */
interface Weight {
  claims: number;
  chosen: boolean;
  disputed: boolean;
}

function isDisputed({ evidence, claims }: Relation): boolean {
  return evidence.verdict === 'disputed' || claims.some(({ stance }) => stance !== 'asserts');
}

function weighEnds(lines: readonly Line[]): ReadonlyMap<EntityId, Weight> {
  const ends = new Map<EntityId, Weight>();
  for (const line of lines) {
    const disputed = isDisputed(line.relation);
    for (const id of line.ends) {
      const end = ends.get(id) ?? { claims: 0, chosen: false, disputed: false };
      end.claims += line.relation.claims.length;
      end.chosen ||= line.chosen;
      end.disputed ||= disputed;
      ends.set(id, end);
    }
  }
  return ends;
}

/**
 * What of a graph is drawn. Of too many entities those of relations that were chosen come first, of these those in dispute,
 * then those with the most claims. The graph must have passed `checkGraph`.
 */
export function pictureData(
  graph: GraphDocument,
  { most = MOST_DRAWN, ...options }: WriteOptions & { readonly most?: number } = {},
): PictureData {
  const { topics, views, weights } = layGround(
    graph,
    weightsOfVersion(graph.manifest?.weights ?? DEFAULT_WEIGHTS.version),
  );
  const chosen = chosenIn(graph, options);
  const lines = [...topics.relations.values()].flatMap((relation): Line[] => {
    const { id, subject, object } = relation;
    return object === undefined
      ? []
      : [{ relation, ends: [...new Set([subject, object])], chosen: chosen?.has(id) ?? true }];
  });
  const ends = weighEnds(lines);
  const drawn = new Map(
    [...ends]
      .toSorted(
        ([a, one], [b, other]) =>
          Number(other.chosen) - Number(one.chosen) ||
          Number(other.disputed) - Number(one.disputed) ||
          other.claims - one.claims ||
          byCodePoint(a, b),
      )
      .slice(0, most),
  );
  const kept = lines.filter((line) => line.ends.every((end) => drawn.has(end)));
  return {
    entities: [...drawn]
      .toSorted(([a], [b]) => byCodePoint(a, b))
      .map(([id, { claims }]) => ({ ...views.ref(id), claims })),
    relations: views
      .summaries(kept.map(({ relation }) => relation.id))
      .flatMap((summary) => (summary.object === undefined ? [] : [{ ...summary, object: summary.object }]))
      .toSorted(
        (a, b) =>
          VERDICT_ORDER.indexOf(b.verdict) - VERDICT_ORDER.indexOf(a.verdict) ||
          a.belief - b.belief ||
          byCodePoint(a.id, b.id),
      ),
    notDrawn: {
      entities: ends.size - drawn.size,
      relations: lines.length - kept.length,
      alone: graph.entities.filter(({ id }) => !ends.has(id)).length,
    },
    along: {
      entities: new Set([...drawn].flatMap(([id, end]) => (end.chosen ? [] : [id]))),
      relations: new Set(kept.flatMap(({ relation, chosen }) => (chosen ? [] : [relation.id]))),
    },
    weights: weights.version,
  };
}
