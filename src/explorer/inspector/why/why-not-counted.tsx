import { INTERESTS } from '../../../evidence/interest.ts';
import type { RelationView } from '../../../knowledge/knowledge-base.ts';
import { INTEREST_WORDS } from '../../../knowledge/words.ts';
import { useKnowledge } from '../../data/use-knowledge.ts';
import { beliefOf } from '../../help/example-numbers.ts';
import { useGo } from '../../state/use-view.ts';
import { openPanel } from '../../state/view.ts';
import { TextButton } from '../text-button.tsx';
import classes from './why.module.css';

function claimsOf(count: number): string {
  return `${count} ${count === 1 ? 'claim' : 'claims'}`;
}

/** What has no weight here and why, and how far the numbers themselves go. */
export function WhyNotCounted({ relation }: { relation: RelationView }) {
  const { about } = useKnowledge();
  const go = useGo();
  const { evidence, ledger, elsewhere, related } = relation;
  const count = (counting: string): number => evidence.claims.filter((claim) => claim.counting === counting).length;
  const [repeats, takenBack] = [count('repeat'), count('taken-back')];
  const views = [...ledger, ...elsewhere.map(({ view }) => view)];
  const interests = INTERESTS.flatMap((kind) => {
    const claims = views.filter((view) => view.interest.kind === kind).length;
    return claims === 0 ? [] : [`${INTEREST_WORDS[kind]} (${claims})`];
  });
  return (
    <ul className={classes['list']}>
      <li>
        {repeats === 0
          ? 'No repeats: no origin says it twice on one side.'
          : `${claimsOf(repeats)} repeat what their origin says already. They stand greyed in step 1.`}
      </li>
      {takenBack > 0 && (
        <li>{claimsOf(takenBack)} of an origin that said otherwise later. What it said last stands.</li>
      )}
      {relation.partlyDeniedBy.length > 0 && (
        <li>Denials of a narrower form of it: whoever denies a part does not deny the whole.</li>
      )}
      {related.length > 0 && (
        <li>
          Denials of the same of something larger ({related.length}), named under the verdict: nobody said as much of
          this relation itself.
        </li>
      )}
      {interests.length > 0 && (
        <li>In whose interest a word may be changes no weight. Here: {interests.join(', ')}.</li>
      )}
      <li>Who is silent counts on neither side.</li>
      <li>
        Weights table {about.weights}. Letters and digits are those of the NATO Admiralty code; no standard gives them
        numbers, so the numbers are Ascribe’s choice.{' '}
        <TextButton onClick={() => go((view) => openPanel(view, 'weights'))}>See and change them</TextButton>
      </li>
      <li>
        Known weakness: many weak origins add up if they are taken as independent and are not. Ten of grade F come to{' '}
        {beliefOf(10, 'F', about.weightTable)}.
      </li>
    </ul>
  );
}
