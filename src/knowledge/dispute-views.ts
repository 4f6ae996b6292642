import {
  type AttributionDispute,
  attributionDisputes,
  type RelationDispute,
  relationDisputes,
} from '../evidence/disputes.ts';
import type { Evidence, WeighedClaim, WeighedOrigin } from '../evidence/fuse.ts';
import { speakerKey, UNNAMED } from '../evidence/voices.ts';
import { UNITS_PER_ONE } from '../evidence/weights.ts';
import type { Claim } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { FigureViews } from './figure-views.ts';
import type { Ground } from './ground.ts';
import type {
  Dispute,
  DisputeQuery,
  DisputeSide,
  EntityRef,
  Mark,
  Matrix,
  MatrixRow,
  Opponents,
  Party,
} from './knowledge-base.ts';
import type { Figure, Relation } from './topics.ts';
import { attributionTitle, UNNAMED_NAME } from './words.ts';

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
  select(query: DisputeQuery, passes: (claim: Claim) => boolean): readonly { readonly id: string; view(): Dispute }[] {
    return this.#all()
      .filter((found) => query.disputeKinds === undefined || query.disputeKinds.includes(found.kind))
      .filter((found) => found.claims.some(passes))
      .filter((found) => query.entity === undefined || this.#entities(found).includes(query.entity))
      .filter((found) => query.parties === undefined || takeSides(this.view(found), query.parties))
      .map((found) => ({ id: found.id, view: () => this.view(found) }));
  }

  view(found: Found): Dispute {
    const known = this.#made.get(found.id);
    if (known !== undefined) return known;
    const made = this.#make(found);
    this.#made.set(found.id, made);
    return made;
  }

  /** Pairs of speakers on opposite sides, those with most disputes between them first. */
  opponents(disputes: readonly Dispute[]): Opponents[] {
    const pairs = new Map<string, { a: Opponents['a']; b: Opponents['b']; disputes: string[] }>();
    for (const dispute of disputes) {
      const met = new Set<string>();
      for (const [i, side] of dispute.sides.entries()) {
        for (const other of dispute.sides.slice(i + 1)) {
          for (const x of speakersOf(side)) {
            for (const y of speakersOf(other)) {
              if (x.id === y.id) continue;
              const [a, b] = byCodePoint(x.id, y.id) < 0 ? [x, y] : [y, x];
              const key = `${a.id}~${b.id}`;
              if (met.has(key)) continue;
              met.add(key);
              const pair = pairs.get(key) ?? { a, b, disputes: [] };
              pair.disputes.push(dispute.id);
              pairs.set(key, pair);
            }
          }
        }
      }
    }
    return [...pairs.values()].toSorted(
      (x, y) => y.disputes.length - x.disputes.length || byCodePoint(x.a.id, y.a.id) || byCodePoint(x.b.id, y.b.id),
    );
  }

  /** Origins by disputed relations, with what each says; what is not counted stands apart. */
  matrix(disputes: readonly Dispute[], total: number): Matrix {
    const columns = disputes.flatMap(({ relation, kind }) => (relation === undefined ? [] : [{ relation, kind }]));
    const rows = new Map<string, { label: string; marks: (Mark | null)[]; repeats: Map<string, RepeatRow> }>();
    columns.forEach(({ relation }, column) => {
      const { evidence } = this.#relation(relation.id);
      for (const [origin, claims] of groupBy(evidence.claims, (claim) => claim.origin)) {
        const label = evidence.origins.find((one) => one.origin.id === origin)?.origin.label ?? origin;
        const row = rows.get(origin) ?? {
          label,
          marks: columns.map(() => null),
          repeats: new Map<string, RepeatRow>(),
        };
        rows.set(origin, row);
        row.marks[column] = markOf(claims.filter((claim) => claim.counted > 0));
        for (const repeat of claims.filter((claim) => claim.counted === 0)) {
          const { speaker, source } = this.#ground.views.claim(repeat.claim);
          const key = `${speaker.name}~${source.id}`;
          const own = row.repeats.get(key) ?? {
            speaker: speaker.name,
            source: { id: source.id, title: source.title },
            marks: columns.map((): Mark | null => null),
          };
          own.marks[column] = markOf([repeat]);
          row.repeats.set(key, own);
        }
      }
    });
    const spoken = (marks: readonly (Mark | null)[]): number => marks.filter((mark) => mark !== null).length;
    return {
      columns,
      total,
      rows: [...rows]
        .map(
          ([origin, { label, marks, repeats }]): MatrixRow => ({
            origin,
            label,
            marks,
            repeats: [...repeats.values()],
          }),
        )
        .toSorted((a, b) => spoken(b.marks) - spoken(a.marks) || byCodePoint(a.origin, b.origin)),
    };
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
          return { label: views.ref(subject).name, parties: this.#parties(evidence, (one) => one.forUnits) };
        }),
        rivals,
        narrower: [],
      };
    }
    const relation = this.#relation(found.relation);
    const summary = views.summary(relation);
    return {
      ...common,
      title: summary.proposition,
      relation: summary,
      sides: [
        { label: 'for', parties: this.#parties(relation.evidence, (one) => one.forUnits) },
        { label: 'against', parties: this.#parties(relation.evidence, (one) => one.againstUnits) },
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

  #parties(evidence: Evidence, weightOf: (origin: WeighedOrigin) => number): Party[] {
    return evidence.origins
      .filter((origin) => weightOf(origin) > 0)
      .toSorted((a, b) => weightOf(b) - weightOf(a) || byCodePoint(a.origin.id, b.origin.id))
      .map((one) => {
        const claims = evidence.claims.filter((weighed) => weighed.origin === one.origin.id);
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
    const { rows } = this.#figures.view(figure);
    const values = groupBy(
      evidence.origins,
      (origin) => rows.find((row) => row.origin === origin.origin.id)?.text ?? '',
    );
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
        Math.max(...words.map((word) => word.weight.units)),
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

type RepeatRow = { speaker: string; source: MatrixRow['repeats'][number]['source']; marks: (Mark | null)[] };

/** Speakers on a side, each once. The unnamed are one here, as they are one origin. */
function speakersOf(side: DisputeSide): { readonly id: string; readonly name: string }[] {
  const byId = new Map(side.parties.flatMap((party) => party.speakers.map(({ id, name }) => [id, name])));
  return [...byId].map(([id, name]) => ({ id, name: id === UNNAMED ? UNNAMED_NAME : name }));
}

/** Whether each of these takes a side, and of two not only the same one. */
function takeSides(dispute: Dispute, parties: readonly string[]): boolean {
  const sidesOf = (party: string): number[] =>
    dispute.sides.flatMap((side, i) => (speakersOf(side).some((speaker) => speaker.id === party) ? [i] : []));
  const taken = parties.map(sidesOf);
  if (taken.some((sides) => sides.length === 0)) return false;
  const [first = [], second] = taken;
  return second === undefined || first.some((a) => second.some((b) => a !== b));
}

function markOf(claims: readonly WeighedClaim[]): Mark | null {
  const marks = new Set(
    claims.map(({ claim, bearing }): Mark => {
      if (bearing === 'exclusion') return '×';
      return claim.stance === 'asserts' ? '+' : claim.stance === 'denies' ? '−' : '?';
    }),
  );
  if (marks.has('+') && marks.size > 1) return '±';
  return marks.has('−') ? '−' : ([...marks][0] ?? null);
}
