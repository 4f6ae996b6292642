import { Text, UnstyledButton } from '@mantine/core';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { ContestedMark } from './contested-mark.tsx';
import classes from './figure-card.module.css';
import { findingText, measureText, whenText } from './figure-words.ts';
import { RangeChart } from './range-chart.tsx';

/** A figure in a list: what is counted, what the values amount to, and who gives which. A press opens it. */
export function FigureCard({ figure }: { figure: FigureView }) {
  const go = useGo();
  const { selection } = useView();
  const { id, subject, evidence } = figure;
  const selected = selection?.kind === 'figure' && selection.id === id;
  return (
    <li className={classes['card']} data-selected={selected || undefined}>
      {/* The button reaches over the whole card, but is named by the title alone. */}
      <UnstyledButton
        className={classes['title']}
        aria-current={selected || undefined}
        onClick={() => go((view) => select(view, { kind: 'figure', id }))}
      >
        <Text size="xs" c="dimmed" component="span" display="block">
          <KindIcon kind={subject.kind} size={13} /> <bdi>{subject.name}</bdi>
          {figure.when !== undefined && ` · ${whenText(figure.when)}`}
        </Text>
        <Text size="sm" fw={650} component="span">
          <bdi>{measureText(figure)}</bdi>
        </Text>
      </UnstyledButton>
      <Text size="xs" className={classes['finding']}>
        {evidence.disputed && (
          <>
            <ContestedMark /> ·{' '}
          </>
        )}
        <bdi>{findingText(figure)}</bdi>
      </Text>
      <RangeChart figure={figure} small />
    </li>
  );
}
