import { Text, UnstyledButton } from '@mantine/core';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { ContestedMark } from './contested-mark.tsx';
import classes from './figure-rows.module.css';
import { measureText, speakersAgainst, valuesText, whenText } from './figure-words.ts';

interface Props {
  readonly figures: readonly FigureView[];
  /** Says whose figure it is, where that is not the same for all. */
  readonly withSubject?: boolean;
  /** What more is to be said of one. */
  readonly noteOf?: (figure: FigureView) => string | undefined;
}

/** Figures as lines to press: what is counted, who gives which value, and whether it is contested. */
export function FigureRows({ figures, withSubject = false, noteOf }: Props) {
  const go = useGo();
  return (
    <ul className={classes['list']}>
      {figures.map((figure) => {
        const note = noteOf?.(figure);
        const deniers = speakersAgainst(figure, 'denies');
        return (
          <li key={figure.id}>
            <UnstyledButton
              className={classes['row']}
              onClick={() => go((view) => select(view, { kind: 'figure', id: figure.id }))}
            >
              <Text size="sm" fw={600} component="span" display="block">
                <bdi>{measureText(figure)}</bdi>
                {figure.when !== undefined && ` · ${whenText(figure.when)}`}
              </Text>
              {withSubject && (
                <Text size="xs" c="dimmed" component="span" display="block">
                  <bdi>{figure.subject.name}</bdi>
                </Text>
              )}
              <Text size="sm" component="span" className={classes['values']}>
                {figure.evidence.disputed && (
                  <>
                    <ContestedMark /> ·{' '}
                  </>
                )}
                <bdi>
                  {valuesText(figure)}
                  {deniers.length > 0 && `, denied by ${listNames(deniers)}`}
                </bdi>
              </Text>
              {note !== undefined && (
                <Text size="xs" c="dimmed" component="span" display="block">
                  {note}
                </Text>
              )}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
