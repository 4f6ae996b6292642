import { EvidenceTable } from '../evidence/evidence-table.ts';
import { VERDICT_CODES } from '../evidence/relation-scale.ts';
import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { beliefBand, conjunction } from '../tracing/conjunction.ts';
import type { Path } from '../tracing/paths.ts';
import type { Ground } from './ground.ts';
import { relatedDenials } from './related-denials.ts';
import { deriveTopics, type Relation } from './topics.ts';
import type { Citation, Hop, RestsOn, Trace } from './trace-answers.ts';
import type { Reading, TraceNetwork, Walkable } from './trace-network.ts';
import { Views } from './views.ts';
import { listNames, originsText, percent } from './words.ts';

/** A hop as the engine found it: a relation, and the entity that it is walked from. */
export interface Step {
  readonly relation: Relation;
  readonly number: number;
  readonly along: boolean;
}

/**
 * Tells traces in words, with the claims that a search counted: where voices were left out for it, relations are shown
 * as they stand without them.
 */
export class TraceViews {
  readonly #ground: Ground;
  readonly #net: TraceNetwork;
  readonly #reading: Reading;
  /** Relations and views over the claims that count. */
  readonly #views: Views;
  readonly #relationOf: (relation: Walkable) => Relation;

  constructor(ground: Ground, net: TraceNetwork, reading: Reading, relations: Iterable<number>) {
    this.#ground = ground;
    this.#net = net;
    this.#reading = reading;
    if (reading.leftOut === undefined) {
      this.#views = ground.views;
      this.#relationOf = (relation) => relation;
      return;
    }
    const ids = [...new Set(relations)].flatMap((number) => [net.relation(number).id, ...this.#related(number)]);
    const { views, relation } = readAmong(ground, ids, reading.leftOut);
    this.#views = views;
    this.#relationOf = (walkable) => relation(walkable.id) ?? walkable;
  }

  get views(): Views {
    return this.#views;
  }

  /** The relation of a number, with the evidence that counts. */
  relation(number: number): Relation {
    return this.#relationOf(this.#net.relation(number));
  }

  /**
   * The broadest relation that one implies, with the evidence that counts: two that imply the same are no two ways to be
   * joined.
   */
  broadest(number: number): Relation {
    const relation = this.relation(number);
    return this.#views.broader(relation.id).at(-1) ?? relation;
  }

  steps(path: Path): Step[] {
    return path.relations.map((number, i): Step => {
      const relation = this.relation(number);
      return { relation, number, along: relation.subject === this.#net.entity(path.entities[i] ?? -1) };
    });
  }

  hop({ relation, number, along }: Step): Hop {
    const walkable = this.#net.relation(number);
    const [from, to] = along ? [walkable.subject, walkable.object] : [walkable.object, walkable.subject];
    return {
      relation: this.#views.summary(relation),
      from: this.#views.ref(from),
      to: this.#views.ref(to),
      along,
      sentence: this.#sentence(relation),
      citations: this.#citations(relation),
      related: this.#views.summaries(this.#related(number)).filter(({ deniedBy }) => deniedBy.length > 0),
      dates: this.#net.dates(walkable, this.#reading),
    };
  }

  /** E24: the opinion on all hops together, and the verdict of the worst. */
  standing(steps: readonly Step[]): Pick<Trace, 'opinion' | 'verdict'> {
    const ranks = steps.map(({ relation }) => VERDICT_CODES.indexOf(relation.evidence.verdict));
    return {
      opinion: conjunction(steps.map(({ relation }) => relation.evidence.opinion)),
      verdict: VERDICT_CODES[Math.min(...ranks)] ?? 'unknown',
    };
  }

  trace(steps: readonly Step[], restsOn: Record<'sources' | 'speakers' | 'origins', RestsOn>): Trace {
    const beliefs = steps.map(({ relation }) => relation.evidence.opinion.belief);
    return {
      hops: steps.map((step) => this.hop(step)),
      ...this.standing(steps),
      weakest: beliefs.indexOf(Math.min(...beliefs)),
      sharedOrigins: sharedOrigins(steps),
      band: beliefBand(beliefs),
      restsOn,
    };
  }

  /** Denials related to a relation; of those between the same two ends the broadest, which was said, says it for all. */
  #related(number: number): RelationId[] {
    const found = relatedDenials(this.#ground, this.#net.relation(number));
    return found.filter((id) => !this.#ground.table.broader(id).some((broader) => found.includes(broader.id)));
  }

  /** A hop in words: what is claimed, who says so, who denies or doubts it, how many origins, how strong. */
  #sentence(relation: Relation): string {
    const summary = this.#views.summary(relation);
    const parts = [
      `${summary.proposition}, according to ${listNames(summary.assertedBy)}`,
      ...(summary.deniedBy.length > 0 ? [`denied by ${listNames(summary.deniedBy)}`] : []),
      ...(summary.doubtedBy.length > 0 ? [`doubted by ${listNames(summary.doubtedBy)}`] : []),
      ...(summary.excludedBy.length > 0 ? [`excluded by what ${listNames(summary.excludedBy)} asserts`] : []),
      ...(summary.partlyDeniedBy.length > 0 ? [`in part denied by ${listNames(summary.partlyDeniedBy)}`] : []),
      originsText(summary.originsFor),
      `${percent(summary.belief)} for`,
    ];
    return parts.join('; ');
  }

  #citations({ evidence }: Relation): Citation[] {
    return evidence.claims.map(({ claim }): Citation => {
      const source = this.#ground.weighing.sources.get(claim.source);
      return {
        claim: claim.id,
        stance: claim.stance,
        speaker: this.#views.speakerName(claim.speaker),
        source: claim.source,
        title: source?.title ?? claim.source,
        ...(claim.locator === undefined ? {} : { paragraph: claim.locator.paragraph }),
      };
    });
  }
}

/** E25: origins whose word carries more than one hop, and which hops these are. */
function sharedOrigins(steps: readonly Step[]): Trace['sharedOrigins'] {
  const carried = new Map<string, { name: string; hops: number[] }>();
  steps.forEach(({ relation }, hop) => {
    for (const { origin, forUnits } of relation.evidence.origins) {
      if (forUnits === 0) continue;
      const entry = carried.get(origin.id) ?? { name: origin.label, hops: [] };
      entry.hops.push(hop);
      carried.set(origin.id, entry);
    }
  });
  return [...carried]
    .filter(([, { hops }]) => hops.length > 1)
    .map(([id, { name, hops }]) => ({ voice: { kind: 'origin' as const, id }, name, hops }))
    .toSorted((a, b) => b.hops.length - a.hops.length || byCodePoint(a.voice.id, b.voice.id));
}

/**
 * Relations with the evidence that is left when some claims are not counted; who is one voice with whom stays known.
 * All that may bear on them comes along, and all that may bear on that: also what excludes a relation only now that
 * somebody is left out.
 */
function readAmong(
  ground: Ground,
  ids: readonly RelationId[],
  leftOut: ReadonlySet<Claim>,
): { readonly views: Views; readonly relation: (id: RelationId) => Relation | undefined } {
  const { table, rollUp, weighing, graph, interests } = ground;
  const near = new Set(ids.flatMap((id) => table.claimsNear(id)));
  const around = new Set([...near].flatMap((claim) => table.relationOf(claim) ?? []));
  const claims = new Set([...around].flatMap((id) => table.claimsNear(id)));
  const left = [...claims].filter((claim) => !leftOut.has(claim)).toSorted((a, b) => byCodePoint(a.id, b.id));
  const among = new EvidenceTable(left, rollUp, weighing);
  const topics = deriveTopics({ ...graph, claims: left }, among);
  const views = new Views(graph.ontology, weighing, among, topics, (claim) => interests.of(claim));
  return { views, relation: (id) => topics.relations.get(id) ?? topics.implied.get(id) };
}
