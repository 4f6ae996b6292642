import { EvidenceTable, weighingOf } from '../evidence/evidence-table.ts';
import { Interests } from '../evidence/interest.ts';
import { Origins } from '../evidence/origins.ts';
import { RollUp } from '../evidence/roll-up.ts';
import { DEFAULT_WEIGHTS, type Weighing, type WeightTable } from '../evidence/weights.ts';
import type { Claim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { deriveTopics, type Topics } from './topics.ts';
import { Views } from './views.ts';
import { wholesOf } from './wholes.ts';

/** A graph with all that is derived from it to answer questions, by one table of weights. */
export interface Ground {
  readonly graph: GraphDocument;
  readonly weights: WeightTable;
  readonly weighing: Weighing;
  readonly origins: Origins;
  readonly rollUp: RollUp;
  readonly table: EvidenceTable;
  readonly topics: Topics;
  readonly interests: Interests;
  readonly views: Views;
  /** For each entity those it is directly a part of. */
  readonly wholes: ReadonlyMap<EntityId, readonly EntityId[]>;
}

/** Weighs a graph, which must have passed `checkGraph`. */
export function layGround(graph: GraphDocument, weights: WeightTable = DEFAULT_WEIGHTS): Ground {
  const origins = new Origins(graph);
  const weighing = weighingOf(graph, origins, weights);
  const rollUp = new RollUp(graph.ontology);
  const table = new EvidenceTable(graph.claims, rollUp, weighing);
  const topics = deriveTopics(graph, table);
  const interests = new Interests(table, origins);
  const views = new Views(graph.ontology, weighing, table, topics, (claim: Claim) => interests.of(claim));
  return { graph, weights, weighing, origins, rollUp, table, topics, interests, views, wholes: wholesOf(table) };
}
