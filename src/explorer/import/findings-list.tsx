import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { number } from '../../knowledge/words.ts';
import { formatPlace } from '../../model/issue.ts';
import type { Finding } from '../data/finding.ts';
import { useCapped } from '../inspector/capped.tsx';
import { inOrderOfNeed } from './finding-remedy.ts';
import classes from './import.module.css';

function placeOf({ file, line, column }: Finding): string {
  return formatPlace({
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

interface Props {
  readonly findings: readonly Finding[];
  /** How many there are, of which `findings` may be the first. */
  readonly all: number;
  /** What can be pressed in place of the remedy in words; undefined where there is nothing. */
  readonly remedy?: (finding: Finding) => ReactNode | undefined;
}

/** What was found wrong with a file, each with its place and how to mend it. */
export function FindingsList({ findings, all, remedy }: Props) {
  const { shown, more } = useCapped(inOrderOfNeed(findings), 8, 'findings');
  return (
    <div data-testid="import-findings">
      <ul className={classes['list']}>
        {shown.map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two findings can be alike.
          <li key={i}>
            <Text size="xs" c="dimmed" ff="monospace">
              {finding.severity} · {[placeOf(finding), finding.path.join('.')].filter((part) => part !== '').join(' ')}
            </Text>
            <bdi>{finding.message}</bdi>.{finding.expected !== undefined && ` Expected ${finding.expected}.`}
            {finding.got !== undefined && (
              <>
                {' '}
                Got <bdi>{finding.got}</bdi>.
              </>
            )}
            {remedy?.(finding) ?? (finding.remedy !== undefined && ` ${finding.remedy}.`)}
          </li>
        ))}
      </ul>
      {more}
      {all > findings.length && (
        <Text size="xs" c="dimmed">
          {number(all - findings.length)} more are not listed.
        </Text>
      )}
    </div>
  );
}
