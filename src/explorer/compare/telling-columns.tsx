import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Comparison } from '../../knowledge/knowledge-base.ts';
import { LineMark } from './line-mark.tsx';
import { sideName } from './side-name.ts';
import classes from './telling-columns.module.css';
import { OUTCOME_LINES } from './telling-lines.ts';
import { ToldGroups } from './told-groups.tsx';
import { countRows, findRows, groupsOfTwo } from './told-rows.ts';

const COLUMNS = ['p', 'both', 'q'] as const;
type Column = (typeof COLUMNS)[number];

/** Two tellings beside each other: what only one speaks of on either side, what both speak of in the middle. */
export function TellingColumns({ comparison, wanted }: { comparison: Comparison; wanted: string }) {
  const [inSight, setInSight] = useState<Column>('both');
  const groups = useMemo(() => groupsOfTwo(comparison), [comparison]);
  const names = { p: sideName(comparison.p), q: sideName(comparison.q) };
  const headings: Readonly<Record<Column, string>> = {
    p: `Only ${names.p}`,
    both: 'Both speak of it',
    q: `Only ${names.q}`,
  };
  const titles: Readonly<Record<Column, string>> = {
    p: `Only ${names.p} speaks of it`,
    both: `${names.p} and ${names.q} both speak of it`,
    q: `Only ${names.q} speaks of it`,
  };
  const nothing: Readonly<Record<Column, string>> = {
    p: `${names.p} speaks of nothing on which ${names.q} is silent.`,
    both: 'There is nothing of which both speak. Silence is not doubt.',
    q: `${names.q} speaks of nothing on which ${names.p} is silent.`,
  };
  return (
    <div className={classes['columns']}>
      <div className={classes['tabs']}>
        <SegmentedControl
          size="xs"
          fullWidth
          classNames={{ control: classes['control'] ?? '' }}
          aria-label="Which column"
          value={inSight}
          onChange={(value) => setInSight(COLUMNS.find((column) => column === value) ?? 'both')}
          data={COLUMNS.map((column) => ({
            value: column,
            label: (
              <span className={classes['tab']}>
                <span>{column === 'both' ? 'Both' : headings[column]}</span>
                <span className={classes['count']}>{countRows(groups[column])}</span>
              </span>
            ),
          }))}
        />
      </div>
      {COLUMNS.map((column) => {
        const found = findRows(groups[column], wanted);
        const count = countRows(groups[column]);
        return (
          <div
            key={column}
            className={classes['column']}
            data-column={column}
            data-in-sight={column === inSight || undefined}
          >
            <h3 className={classes['head']} title={titles[column]}>
              {column !== 'both' && <LineMark line={OUTCOME_LINES[column === 'p' ? 'only-p' : 'only-q']} />}
              <bdi>{headings[column]}</bdi>
              <span className={classes['count']}>{wanted === '' ? count : `${countRows(found)} of ${count}`}</span>
            </h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
            <section className={classes['scroll']} tabIndex={0} aria-label={`${titles[column]}, scrolls`}>
              <ToldGroups level={4} groups={found} names={column === 'both' ? names : undefined} />
              {found.length === 0 && (
                <Text size="sm" c="dimmed" p={9}>
                  {count > 0 ? 'Nothing here by these words.' : nothing[column]}
                </Text>
              )}
            </section>
          </div>
        );
      })}
    </div>
  );
}
