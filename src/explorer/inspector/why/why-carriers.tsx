import type { Evidence } from '../../../evidence/fuse.ts';
import { listNames } from '../../../knowledge/words.ts';
import { useKnowledge } from '../../data/use-knowledge.ts';
import { useGo } from '../../state/use-view.ts';
import { leaveOut, openPanel } from '../../state/view.ts';
import { useCapped } from '../capped.tsx';
import { SourceLink } from '../source-link.tsx';
import { TextButton } from '../text-button.tsx';
import classes from './why.module.css';

/** Documents that several origins depend on: the origins are apart, but they reach the reader by one way. */
export function WhyCarriers({ evidence }: { evidence: Evidence }) {
  const { about } = useKnowledge();
  const go = useGo();
  const { shown, more } = useCapped(evidence.carriers, 5, 'documents');
  const titles = new Map(about.sources.map((source) => [source.id, source.title]));
  const labels = new Map(evidence.origins.map(({ origin }) => [origin.id, origin.label]));
  if (shown.length === 0) return <p>No document carries the word of more than one of these origins.</p>;
  return (
    <>
      <ul className={classes['list']}>
        {shown.map(({ source, origins }) => (
          <li key={source}>
            {listNames(
              origins.map((id) => labels.get(id) ?? id),
              6,
            )}
            : these {origins.length} are carried by{' '}
            <SourceLink source={{ id: source, title: titles.get(source) ?? source }} />{' '}
            <TextButton
              onClick={() => go((view) => openPanel(leaveOut(view, [{ kind: 'source', id: source }]), 'leave-out'))}
            >
              What is left without it?
            </TextButton>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
