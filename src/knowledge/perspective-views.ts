import { type ComparedRelation, compare, type Outcome } from '../evidence/compare.ts';
import type { FigureEvidence } from '../evidence/figures.ts';
import { holds, intersect } from '../evidence/interval.ts';
import { type Position, perspective, type View } from '../evidence/perspective.ts';
import type { Voice } from '../evidence/voices.ts';
import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { FigureViews } from './figure-views.ts';
import type { Ground } from './ground.ts';
import type { Comparison, FigureOutcome, FigureView, Perspective } from './knowledge-base.ts';
import type { Figure } from './topics.ts';
import type { VoiceViews } from './voice-views.ts';
import { quantityText, STANCE_WORDS } from './words.ts';

const NO_POSITIONS: Readonly<Record<Position, number>> = {
  asserts: 0,
  denies: 0,
  doubts: 0,
  excludes: 0,
  changed: 0,
  divided: 0,
  silent: 0,
};

const NO_OUTCOMES: Readonly<Record<Outcome | FigureOutcome, number>> = {
  contradict: 0,
  mixed: 0,
  agree: 0,
  'both-deny': 0,
  'only-p': 0,
  'only-q': 0,
  'figures-disjoint': 0,
  'figures-agree': 0,
};

const FIGURE_OUTCOMES: readonly FigureOutcome[] = ['figures-disjoint', 'figures-agree', 'only-p', 'only-q'];

/** The graph as some tell it, and two such tellings side by side (EVIDENCE E22, E23). */
export class PerspectiveViews {
  readonly #ground: Ground;
  readonly #figures: FigureViews;
  readonly #voices: VoiceViews;

  constructor(ground: Ground, figures: FigureViews, voices: VoiceViews) {
    this.#ground = ground;
    this.#figures = figures;
    this.#voices = voices;
  }

  perspective(voices: readonly Voice[]): Perspective {
    const claims = this.#voices.claimsOf(voices);
    const all = this.#tell(claims);
    const told = [...all].filter(([id]) => this.#isWorthTelling(id, (other) => all.get(other)?.position));
    const { views } = this.#ground;
    const counts = tally(NO_POSITIONS, [
      ...told.map(([, view]): Position => view.position),
      ...[...this.#ground.topics.relations.keys()].filter((id) => !all.has(id)).map((): Position => 'silent'),
    ]);
    return {
      voices: voices.map((voice) => this.#voices.view(voice)),
      relations: told
        .toSorted(([a, x], [b, y]) => strength(y) - strength(x) || byCodePoint(a, b))
        .flatMap(([id, { position, leaning, opinion }]) =>
          views.summaries([id]).map((relation) => ({
            relation,
            position,
            leaning,
            belief: opinion.belief,
            disbelief: opinion.disbelief,
          })),
        ),
      figures: this.#toldFigures(claims).map(({ figure, evidence }) => this.#figures.view(figure, evidence)),
      counts,
    };
  }

  compare(p: readonly Voice[], q: readonly Voice[]): Comparison {
    const [ofP, ofQ] = [this.#voices.claimsOf(p), this.#voices.claimsOf(q)];
    const all = compare(this.#tell(ofP), this.#tell(ofQ));
    const outcomes = new Map(all.map((one) => [one.id, one.outcome]));
    const relations = all.filter((one) => this.#isWorthTelling(one.id, (id) => outcomes.get(id)));
    const figures = this.#compareFigures(ofP, ofQ);
    return {
      p: p.map((voice) => this.#voices.view(voice)),
      q: q.map((voice) => this.#voices.view(voice)),
      relations: relations.flatMap((one: ComparedRelation) =>
        this.#ground.views.summaries([one.id]).map((relation) => ({
          relation,
          outcome: one.outcome,
          p: one.p?.position ?? 'silent',
          q: one.q?.position ?? 'silent',
          conflict: one.conflict,
        })),
      ),
      figures,
      counts: tally(NO_OUTCOMES, [...relations.map((one) => one.outcome), ...figures.map((one) => one.outcome)]),
    };
  }

  #tell(claims: ReadonlySet<Claim>): ReadonlyMap<RelationId, View> {
    return perspective(claims, this.#ground.table, this.#ground.weighing);
  }

  /**
   * Whether a relation says something that its narrower ones do not say already. One that claims are made on always
   * does; one that is only implied does where the answer differs from that of each narrower one.
   */
  #isWorthTelling<T>(id: RelationId, answer: (id: RelationId) => T): boolean {
    const { topics, table } = this.#ground;
    if (topics.relations.has(id)) return true;
    const own = answer(id);
    return !table.narrower(id).some((narrower) => topics.relations.has(narrower.id) && answer(narrower.id) === own);
  }

  #toldFigures(claims: ReadonlySet<Claim>): { figure: Figure; evidence: FigureEvidence }[] {
    const weighing = { ...this.#ground.weighing, asTold: true };
    return this.#figures.all().flatMap((figure) => {
      const evidence = this.#figures.among(figure, (claim) => claims.has(claim), weighing);
      return evidence === undefined ? [] : [{ figure, evidence }];
    });
  }

  #compareFigures(p: ReadonlySet<Claim>, q: ReadonlySet<Claim>): Comparison['figures'] {
    const [ofP, ofQ] = [p, q].map(
      (claims) => new Map(this.#toldFigures(claims).map(({ figure, evidence }) => [figure.id, evidence])),
    );
    const textOf = (figure: Figure, evidence: FigureEvidence | undefined): string[] =>
      evidence === undefined
        ? []
        : [
            ...this.#figures.view(figure, evidence).rows.map((row) => row.text),
            ...evidence.denials.map(({ claim }) => `${STANCE_WORDS[claim.stance]} ${quantityText(claim.quantity)}`),
          ];
    return this.#figures
      .all()
      .flatMap((figure) => {
        const [a, b] = [ofP?.get(figure.id), ofQ?.get(figure.id)];
        if (a === undefined && b === undefined) return [];
        const view: FigureView = this.#figures.view(figure);
        return [{ figure: view, outcome: figureOutcome(a, b), p: textOf(figure, a), q: textOf(figure, b) }];
      })
      .toSorted(
        (x, y) =>
          FIGURE_OUTCOMES.indexOf(x.outcome) - FIGURE_OUTCOMES.indexOf(y.outcome) ||
          byCodePoint(x.figure.id, y.figure.id),
      );
  }
}

/**
 * Two tellings of a figure cannot both hold where no value of one has a point in common with a value of the other, or
 * where one denies outright a value that the other states: "not 1,500" leaves "at least 10" as it is.
 */
function figureOutcome(p: FigureEvidence | undefined, q: FigureEvidence | undefined): FigureOutcome {
  if (p === undefined) return 'only-q';
  if (q === undefined) return 'only-p';
  const denies = (a: FigureEvidence, b: FigureEvidence): boolean =>
    a.denials.some(
      ({ claim, interval }) => claim.stance === 'denies' && b.origins.some(({ value }) => holds(interval, value)),
    );
  const apart =
    p.origins.length > 0 &&
    q.origins.length > 0 &&
    !p.origins.some((a) => q.origins.some((b) => intersect(a.interval, b.interval) !== undefined));
  // A telling does not contradict itself: who both gives and denies a number within one telling is mixed, not opposed.
  const opposed = (denies(p, q) && !denies(p, p)) || (denies(q, p) && !denies(q, q));
  return apart || opposed ? 'figures-disjoint' : 'figures-agree';
}

function strength({ opinion }: View): number {
  return opinion.belief + opinion.disbelief;
}

/** Adds up how often each key was found, from a count of nought for all of them. */
function tally<K extends string>(noughts: Readonly<Record<K, number>>, found: readonly K[]): Record<K, number> {
  const counts: Record<K, number> = { ...noughts };
  for (const key of found) counts[key]++;
  return counts;
}
