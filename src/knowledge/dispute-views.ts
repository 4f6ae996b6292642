import {
  type AttributionDispute,
  attributionDisputes,
  type RelationDispute,
  relationDisputes,
  rivalry,
} from '../evidence/disputes.ts';
import { figureOpposition } from '../evidence/figure-opposition.ts';
import type { Evidence, Side, WeighedOrigin } from '../evidence/fuse.ts';
import { speakerKey } from '../evidence/voices.ts';
import { UNITS_PER_ONE } from '../evidence/weights.ts';
import type { Claim } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import { type EntityId, OriginId, type RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { FigureViews } from './figure-views.ts';
import type { Ground } from './ground.ts';
import type { Dispute, DisputeQuery, DisputeSide, EntityRef, Party } from './knowledge-base.ts';
import { type Standoff, takeSides } from './opponents.ts';
import type { Figure, Relation } from './topics.ts';
import { attributionTitle, whetherText } from './words.ts';

/** A dispute before it is made into a view. */
type Found = (
  | RelationDispute
  | AttributionDispute
  | { readonly kind: 'figure'; readonly figure: Figure; readonly contention: number; readonly origins: number }
) & { readonly id: string; readonly claims: readonly Claim[] };

/** Finds a graph's disputes of every kind (EVIDENCE E19, E20) and lays out who stands against whom. */
export class DisputeViews {
  readonly #ground: Ground;
  readonly #figures: FigureViews;
  #found: readonly Found[] | undefined;
  readonly #made = new Map<string, Dispute>();

  constructor(ground: Ground, figures: FigureViews) {
    this.#ground = ground;
    this.#figures = figures;
  }

  /** Those that a query asks for, ranked. `passes` says whether a claim passes the query's filter. */
  select(
    query: DisputeQuery,
    passes: (claim: Claim) => boolean,
  ): readonly { readonly id: string; view(): Dispute; standoff(): Standoff }[] {
    return this.#all()
      .filter((found) => query.disputeKinds === undefined || query.disputeKinds.includes(found.kind))
      .filter((found) => found.claims.some(passes))
      .filter((found) => query.entity === undefined || this.#entities(found).includes(query.entity))
      .filter((found) => query.parties === undefined || takeSides(this.#standoff(found), query.parties))
      .map((found) => ({ id: found.id, view: () => this.view(found), standoff: () => this.#standoff(found) }));
  }

  view(found: Found): Dispute {
    const known = this.#made.get(found.id);
    if (known !== undefined) return known;
    const made = this.#make(found);
    this.#made.set(found.id, made);
    return made;
  }

  /**
   * A dispute with who of its sides stands against whom. For and against do; of values and answers only those that cannot
   * both hold: "at least 10" and "50" are two sides, and no opponents.
   */
  #standoff(found: Found): Standoff {
    const dispute = this.view(found);
    if (found.kind === 'figure') {
      const opposed = figureOpposition(
        this.#figures.evidence(found.figure),
        (claim) => this.#ground.origins.of(claim).id,
      );
      return { dispute, opposed: (a, b) => opposed(OriginId.parse(a.party.origin), OriginId.parse(b.party.origin)) };
    }
    if (found.kind === 'attribution') {
      const areRivals = rivalry(found);
      return {
        dispute,
        opposed: (a, b) => {
          const [one, other] = [found.rivals[a.side], found.rivals[b.side]];
          return one !== undefined && other !== undefined && areRivals(one, other);
        },
      };
    }
    return { dispute, opposed: (a, b) => a.side !== b.side };
  }

  #all(): readonly Found[] {
    if (this.#found !== undefined) return this.#found;
    const { table, weights, topics } = this.#ground;
    const relations = relationDisputes(table, weights).map(
      (found): Found => ({
        ...found,
        id: found.relation,
        claims: [found.relation, ...found.narrower].flatMap((id) => table.bearing(id).map(({ claim }) => claim)),
      }),
    );
    const attributions = attributionDisputes(table, weights, this.#ground.weighing.entities).map(
      (found): Found => ({
        ...found,
        id: `attribution~${found.object}`,
        claims: found.rivals.flatMap((id) => table.bearing(id).map(({ claim }) => claim)),
      }),
    );
    const figures = [...topics.figures.values()].flatMap((figure): Found[] => {
      const evidence = this.#figures.evidence(figure);
      if (!evidence.disputed) return [];
      const origins = new Set([
        ...evidence.origins.map((one) => one.origin.id),
        ...evidence.denials.map(({ claim }) => this.#ground.origins.of(claim).id),
      ]);
      const { contention } = evidence;
      return [{ kind: 'figure', figure, contention, origins: origins.size, id: figure.id, claims: figure.claims }];
    });
    this.#found = [...relations, ...attributions, ...figures].toSorted(
      (a, b) => b.contention - a.contention || b.origins - a.origins || byCodePoint(a.id, b.id),
    );
    return this.#found;
  }

  #entities(found: Found): readonly EntityId[] {
    if (found.kind === 'figure') return [found.figure.subject];
    const ids = found.kind === 'attribution' ? found.rivals : [found.relation, ...found.excludedBy];
    return [
      ...new Set(
        ids.flatMap((id) => {
          const { subject, object } = this.#relation(id);
          return object === undefined ? [subject] : [subject, object];
        }),
      ),
    ];
  }

  #make(found: Found): Dispute {
    const { views } = this.#ground;
    const common = {
      id: found.id,
      kind: found.kind,
      contention: found.contention,
      origins: found.origins,
      entities: this.#entities(found).map((id): EntityRef => views.ref(id)),
    };
    if (found.kind === 'figure') {
      const figure = this.#figures.view(found.figure);
      return {
        ...common,
        title: figure.title,
        sides: this.#figureSides(found.figure),
        figure,
        rivals: [],
        narrower: [],
      };
    }
    if (found.kind === 'attribution') {
      const rivals = views.summaries(found.rivals);
      return {
        ...common,
        title: attributionTitle(views.ref(found.object).name),
        sides: found.rivals.map((id): DisputeSide => {
          const { subject, evidence } = this.#relation(id);
          return { label: views.ref(subject).name, parties: this.#parties(evidence, 'for') };
        }),
        rivals,
        narrower: [],
      };
    }
    const relation = this.#relation(found.relation);
    const summary = views.summary(relation);
    return {
      ...common,
      title: whetherText(summary.proposition),
      relation: summary,
      sides: [
        { label: 'for', parties: this.#parties(relation.evidence, 'for') },
        { label: 'against', parties: this.#parties(relation.evidence, 'against') },
      ],
      rivals: views.summaries(found.excludedBy),
      narrower: views.summaries(found.narrower),
    };
  }

  #relation(id: RelationId): Relation {
    const relation = this.#ground.views.relation(id);
    if (relation === undefined) throw new RangeError(`no relation ${id}`);
    return relation;
  }

  /** Those who weigh on one side, with the speakers who say it: who of one origin says the contrary is not among them. */
  #parties(evidence: Evidence, side: Side): Party[] {
    const weightOf = (one: WeighedOrigin): number => (side === 'for' ? one.forUnits : one.againstUnits);
    const standing = evidence.claims.filter((one) => one.side === side && one.counting !== 'taken-back');
    const byOrigin = groupBy(standing, (weighed) => weighed.origin);
    return evidence.origins
      .filter((origin) => weightOf(origin) > 0)
      .toSorted((a, b) => weightOf(b) - weightOf(a) || byCodePoint(a.origin.id, b.origin.id))
      .map((one) => {
        const claims = byOrigin.get(one.origin.id) ?? [];
        return this.#party(
          one.origin.id,
          one.origin.label,
          weightOf(one),
          claims.map(({ claim }) => claim),
        );
      });
  }

  /** One side per value that is given, and one for those who deny what others give. */
  #figureSides(figure: Figure): DisputeSide[] {
    const evidence = this.#figures.evidence(figure);
    const texts = new Map<string, string>(this.#figures.view(figure).rows.map((row) => [row.origin, row.text]));
    const values = groupBy(evidence.origins, (origin) => texts.get(origin.origin.id) ?? '');
    const sides = [...values].map(([label, origins]) => ({
      label,
      parties: origins.map((one) =>
        this.#party(
          one.origin.id,
          one.origin.label,
          one.units,
          one.words.map(({ claim }) => claim),
        ),
      ),
    }));
    const denials = groupBy(evidence.denials, ({ claim }) => this.#ground.origins.of(claim));
    const against = [...denials].map(([origin, words]) =>
      this.#party(
        origin.id,
        origin.label,
        words.reduce((most, word) => Math.max(most, word.weight.units), 0),
        words.map(({ claim }) => claim),
      ),
    );
    return against.length === 0 ? sides : [...sides, { label: 'against', parties: against }];
  }

  #party(origin: string, label: string, units: number, claims: readonly Claim[]): Party {
    const { views } = this.#ground;
    const speakers = new Map(
      claims.map((claim) => [`${speakerKey(claim)} ${views.speakerName(claim.speaker)}`, claim]),
    );
    return {
      origin,
      label,
      speakers: [...speakers.values()].map((claim) => ({
        id: speakerKey(claim),
        name: views.speakerName(claim.speaker),
      })),
      weight: units / UNITS_PER_ONE,
      sources: [...new Set(claims.map((claim) => claim.source))].toSorted(byCodePoint),
    };
  }
}
