import { Button, Stack, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { number } from '../../knowledge/words.ts';
import { MovedVerdicts } from './moved-verdicts.tsx';
import { useMoved } from './use-moved.ts';
import { useWeights } from './use-weights.ts';
import { WEIGHT_GROUPS } from './weight-fields.ts';
import { WeightRow } from './weight-row.tsx';
import classes from './weights-panel.module.css';
import { WeightsVersion } from './weights-version.tsx';

/** The numbers that claims are weighed by. */
export function WeightsPanel() {
  const { isChanged, reset } = useWeights();
  const { moved } = useMoved();
  const [tab, setTab] = useState<string | null>('numbers');
  return (
    <Stack gap="sm">
      <Text size="sm">
        The letters and digits are standard (NATO Admiralty code). The numbers are our choice: no standard assigns
        numbers to the letters.
      </Text>
      <div className={classes['state']} data-changed={isChanged || undefined}>
        <WeightsVersion />
        <div className={classes['outcome']} role="status">
          {!isChanged ? (
            <Text size="sm" c="dimmed">
              The default table
            </Text>
          ) : (
            <Text size="sm">{moved === undefined ? 'Weighing anew …' : <MovedCount count={moved.length} />}</Text>
          )}
          {isChanged && (
            <Button size="compact-xs" variant="default" onClick={reset}>
              Back to the default
            </Button>
          )}
        </div>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="numbers">Numbers</Tabs.Tab>
          <Tabs.Tab value="moved">
            Moved verdicts{isChanged && moved !== undefined && ` · ${number(moved.length)}`}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="numbers">
          <Stack gap="lg">
            {WEIGHT_GROUPS.map((group) => (
              <section key={group.title} aria-label={group.title}>
                <h3 className={classes['title']}>{group.title}</h3>
                <Text size="xs" c="dimmed">
                  {group.does}
                </Text>
                <div className={classes['head']} aria-hidden="true">
                  <span className={classes['column']}>{group.column}</span>
                  <span className={classes['column']}>{group.givesWeight && 'weight'}</span>
                </div>
                <ul className={classes['rows']}>
                  {group.fields.map((field) => (
                    <WeightRow key={field.name} field={field} group={group} />
                  ))}
                </ul>
              </section>
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="moved">
          <MovedVerdicts />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function MovedCount({ count }: { count: number }) {
  return (
    <>
      <b className={classes['count']}>{number(count)}</b> {count === 1 ? 'verdict' : 'verdicts'} moved
    </>
  );
}
