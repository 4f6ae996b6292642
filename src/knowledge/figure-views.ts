import {
  bestOverlaps,
  compareLinks,
  type FigureEvidence,
  type FigureOrigin,
  fuseFigure,
  type Interval,
  meetsAny,
} from '../evidence/figures.ts';
import { UNITS_PER_ONE, type Weighing } from '../evidence/weights.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Ground } from './ground.ts';
import type { FigureQuery, FigureRow, FigureView } from './knowledge-base.ts';
import type { Figure } from './topics.ts';
import { figureTitle, quantityText } from './words.ts';

/** Makes the views of a graph's figures (EVIDENCE E17, E18), with the evidence of each reckoned once. */
export class FigureViews {
  readonly #ground: Ground;
  readonly #all: readonly Figure[];
  readonly #bySubject: ReadonlyMap<EntityId, readonly Figure[]>;
  readonly #evidence = new Map<string, FigureEvidence>();
  readonly #links: ReturnType<typeof compareLinks>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#all = [...ground.topics.figures.values()].toSorted((a, b) => byCodePoint(a.id, b.id));
    this.#bySubject = groupBy(this.#all, (figure) => figure.subject);
    this.#links = compareLinks([...ground.topics.figures.values()], ground.wholes);
  }

  evidence(figure: Figure): FigureEvidence {
    const known = this.#evidence.get(figure.id);
    if (known !== undefined) return known;
    const made = fuseFigure(figure.claims, this.#ground.weighing);
    this.#evidence.set(figure.id, made);
    return made;
  }

  title({ subject, type, of, unit, when }: Pick<Figure, 'subject' | 'type' | 'of' | 'unit' | 'when'>): string {
    const { views } = this.#ground;
    return figureTitle(views.figureLabel(type), views.ref(subject).name, of, unit, when);
  }

  view(figure: Figure, evidence = this.evidence(figure)): FigureView {
    const { views, topics } = this.#ground;
    const best = bestOverlaps(evidence);
    return {
      id: figure.id,
      subject: views.ref(figure.subject),
      type: figure.type,
      label: views.figureLabel(figure.type),
      ...(figure.of === undefined ? {} : { of: figure.of }),
      ...(figure.unit === undefined ? {} : { unit: figure.unit }),
      ...(figure.when === undefined ? {} : { when: figure.when }),
      title: this.title(figure),
      claims: figure.claims.map((claim) => views.claim(claim)),
      evidence,
      rows: evidence.origins.map((origin) => this.#row(origin, best)),
      compareWith: (this.#links.get(figure.id) ?? []).flatMap(({ id, differs }) => {
        const other = topics.figures.get(id);
        return other === undefined ? [] : [{ id, title: this.title(other), differs }];
      }),
    };
  }

  /** All figures, in code-point order of their ids. */
  all(): readonly Figure[] {
    return this.#all;
  }

  /** The figures of one entity, in code-point order of their ids. */
  of(subject: EntityId): readonly FigureView[] {
    return (this.#bySubject.get(subject) ?? []).map((figure) => this.view(figure));
  }

  /** The figures that are asked for: those in dispute first, most contested first; then by how many give a value. */
  select({ entity, types, disputed, origins = 0 }: FigureQuery): Figure[] {
    return this.#all
      .filter((figure) => entity === undefined || figure.subject === entity)
      .filter((figure) => types === undefined || types.includes(figure.type))
      .map((figure) => ({ figure, evidence: this.evidence(figure) }))
      .filter(({ evidence }) => disputed !== true || evidence.disputed)
      .filter(({ evidence }) => evidence.origins.length >= origins)
      .toSorted(
        (a, b) =>
          Number(b.evidence.disputed) - Number(a.evidence.disputed) ||
          b.evidence.contention - a.evidence.contention ||
          b.evidence.origins.length - a.evidence.origins.length ||
          byCodePoint(a.figure.id, b.figure.id),
      )
      .map(({ figure }) => figure);
  }

  /** A figure by the words of some claims alone, weighed as they are told or as they are graded; undefined for none. */
  among(
    figure: Figure,
    wanted: (claim: Figure['claims'][number]) => boolean,
    weighing: Weighing,
  ): FigureEvidence | undefined {
    const claims = figure.claims.filter(wanted);
    return claims.length === 0 ? undefined : fuseFigure(claims, weighing);
  }

  #row(origin: FigureOrigin, best: readonly Interval[]): FigureRow {
    const { views } = this.#ground;
    const standing = origin.words.find((word) => word.claim.id === origin.claim) ?? origin.words[0];
    if (standing === undefined) throw new RangeError(`origin ${origin.origin.id} gives no value`);
    return {
      origin: origin.origin.id,
      speakers: [...new Set(origin.words.map(({ claim }) => views.speakerName(claim.speaker)))],
      text: quantityText(standing.claim.quantity),
      ...origin.interval,
      value: origin.value,
      weight: origin.units / UNITS_PER_ONE,
      inOverlap: meetsAny(origin.interval, best),
      interest: views.interest(standing.claim),
      claims: origin.words.map(({ claim }) => claim.id),
    };
  }
}
