import type { Evidence, WeighedOrigin } from '../../../evidence/fuse.ts';
import { CHANGE_WORDS, VERDICT_WORDS } from '../../../knowledge/words.ts';
import { useCapped } from '../capped.tsx';
import { ShiftBar } from './shift-bar.tsx';
import classes from './why-critical.module.css';

function outcome({ without }: WeighedOrigin, evidence: Evidence): string {
  return without.verdict === evidence.verdict ? CHANGE_WORDS.holds : `tips to ${VERDICT_WORDS[without.verdict]}`;
}

/** What each origin's word is worth: belief as it is, and as it would be without that origin. */
export function WhyCritical({ evidence }: { evidence: Evidence }) {
  const { shown, more } = useCapped(evidence.origins, 8, 'origins');
  const isSupported = evidence.verdict === 'corroborated' || evidence.verdict === 'single-source';
  if (shown.length === 0) return <p>There is no origin to take away.</p>;
  return (
    <>
      <p>
        {isSupported
          ? 'Belief now (the upright mark), and without one origin at a time. Critical are those without which the support ends.'
          : 'Belief now (the upright mark), and without one origin at a time. None is critical: there is no support that could end.'}
      </p>
      <ul className={classes['origins']}>
        {shown.map((one) => (
          <li key={one.origin.id} data-critical={one.critical || undefined}>
            <div className={classes['head']}>
              <span>
                without <bdi>{one.origin.label}</bdi>
                {one.critical && <b> · critical</b>}
              </span>
              <span data-tips={one.without.verdict !== evidence.verdict || undefined}>{outcome(one, evidence)}</span>
            </div>
            <ShiftBar before={evidence.opinion.belief} after={one.without.opinion.belief} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
