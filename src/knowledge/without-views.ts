import type { Standing } from '../evidence/evidence-table.ts';
import type { Change } from '../evidence/fusion.ts';
import { VERDICT_CODES } from '../evidence/relation-scale.ts';
import type { Voice } from '../evidence/voices.ts';
import { without } from '../evidence/without.ts';
import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { FigureViews } from './figure-views.ts';
import type { Ground } from './ground.ts';
import type { Bearer, Moved, StandingView, Without } from './knowledge-base.ts';
import { LeaveOutChanges } from './leave-out-changes.ts';
import type { VoiceViews } from './voice-views.ts';

/** So many relations are listed by id under a voice that they rest on. */
const MOST_LISTED = 100;

/** What falls, weakens or rises when voices are left out (EVIDENCE E21). */
export class WithoutViews {
  readonly #ground: Ground;
  readonly #figures: FigureViews;
  readonly #voices: VoiceViews;

  constructor(ground: Ground, figures: FigureViews, voices: VoiceViews) {
    this.#ground = ground;
    this.#figures = figures;
    this.#voices = voices;
  }

  without(voices: readonly Voice[]): Without {
    const claims = this.#voices.claimsOf(voices);
    const { table, topics, views } = this.#ground;
    // A relation that is only implied falls with what implies it: to list both would tell one thing twice.
    const changes = without(table, claims).filter((change) => topics.relations.has(change.id));
    const counts: Record<Change, number> = { holds: 0, weakens: 0, collapses: 0, rises: 0 };
    for (const { change } of changes) counts[change]++;
    return {
      voices: voices.map((voice) => this.#voices.view(voice)),
      claims: claims.size,
      changes: changes.flatMap(({ id, change, before, after, claims, leftOut }) =>
        views.summaries([id]).map((relation) => ({
          relation,
          change,
          before: standingView(before),
          after: standingView(after),
          claims,
          leftOut,
        })),
      ),
      counts,
      figures: this.#figuresWithout(claims),
    };
  }

  bearers(kind: Voice['kind']): Bearer[] {
    const changes = new LeaveOutChanges(this.#ground);
    return this.#voices
      .all()
      .filter((view) => view.voice.kind === kind)
      .map((voice): Bearer => {
        const own = changes.of(this.#voices.claimsOf([voice.voice]));
        const of = (wanted: Change): readonly RelationId[] =>
          own
            .filter(({ change }) => change === wanted)
            .map(({ id }) => id)
            .toSorted(byCodePoint);
        const collapses = of('collapses');
        return {
          voice,
          collapses: collapses.length,
          weakens: of('weakens').length,
          rises: of('rises').length,
          rests: collapses.slice(0, MOST_LISTED),
        };
      })
      .toSorted(
        (a, b) =>
          b.collapses - a.collapses ||
          b.weakens - a.weakens ||
          b.rises - a.rises ||
          byCodePoint(a.voice.voice.id, b.voice.voice.id),
      );
  }

  #figuresWithout(claims: ReadonlySet<Claim>): Without['figures'] {
    return this.#figures
      .all()
      .flatMap((figure) => {
        const leftOut = figure.claims.filter((claim) => claims.has(claim));
        if (leftOut.length === 0) return [];
        const before = this.#figures.evidence(figure);
        const after = this.#figures.among(figure, (claim) => !claims.has(claim), this.#ground.weighing);
        const change = {
          id: figure.id,
          title: this.#figures.title(figure),
          disputedBefore: before.disputed,
          disputedAfter: after?.disputed ?? false,
          gone: before.origins.length > 0 && (after === undefined || after.origins.length === 0),
        };
        // Where only words against a figure are left out, it is told of if that settles a dispute.
        const tells =
          leftOut.some((claim) => claim.stance === 'asserts') || change.disputedBefore !== change.disputedAfter;
        return tells ? [change] : [];
      })
      .toSorted((a, b) => Number(b.disputedBefore) - Number(a.disputedBefore) || byCodePoint(a.id, b.id));
  }
}

export function standingView({ verdict, opinion }: Standing): StandingView {
  return { verdict, ...opinion };
}

/** How far a verdict speaks for a relation: the more, the higher. */
function rank({ verdict }: StandingView): number {
  return VERDICT_CODES.indexOf(verdict);
}

/** Relations of which another weighing gives another verdict: those that fall furthest first, those that rise last. */
export function movedBetween(before: Ground, after: Ground): Moved[] {
  return [...before.topics.relations.keys()]
    .flatMap((id) => {
      const [was, is] = [before.table.standing(id), after.table.standing(id)];
      if (was.verdict === is.verdict) return [];
      return after.views
        .summaries([id])
        .map((relation) => ({ relation, before: standingView(was), after: standingView(is) }));
    })
    .toSorted(
      (a, b) =>
        rank(a.after) - rank(a.before) - (rank(b.after) - rank(b.before)) || byCodePoint(a.relation.id, b.relation.id),
    );
}
