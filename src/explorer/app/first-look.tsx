import { Button, CloseButton, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Contention } from '../disputes/contention.tsx';
import { selectionOf } from '../disputes/dispute-selection.ts';
import { useDisputes } from '../disputes/use-disputes.ts';
import { Sentence } from '../inspector/sentence.tsx';
import { useGo } from '../state/use-view.ts';
import { type Panel, select } from '../state/view.ts';
import classes from './first-look.module.css';

/** Few enough to leave the graph its room. */
const MOST = 2;

/**
 * Where the panels are folded away: what is disputed most, and the ways to all disputes and to a question. Without it a
 * small screen shows a graph and nothing that is said.
 */
export function FirstLook({ onPanel }: { onPanel: (panel: Panel) => void }) {
  const go = useGo();
  const { data: page } = useDisputes();
  const [shown, setShown] = useState(true);
  if (!shown || page === undefined) return null;
  return (
    <section className={classes['look']} aria-label="What is disputed" data-testid="first-look">
      <div className={classes['head']}>
        <Text size="sm" fw={650}>
          {page.items.length > 0 ? 'Most contested' : 'No dispute was found'}
        </Text>
        <CloseButton size="sm" aria-label="Hide what is disputed" onClick={() => setShown(false)} />
      </div>
      <ol className={classes['list']}>
        {page.items.slice(0, MOST).map((dispute) => (
          <li key={dispute.id}>
            <UnstyledButton className={classes['row']} onClick={() => go((view) => select(view, selectionOf(dispute)))}>
              <span className={classes['title']}>
                <Sentence text={dispute.title} names={dispute.entities.map((entity) => entity.name)} />
              </span>
              <span className={classes['share']}>
                <Contention share={dispute.contention} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <div className={classes['ways']}>
        {page.items.length > 0 && (
          <Button size="xs" px={8} variant="default" onClick={() => onPanel('disputes')}>
            {page.items.length === 1 ? 'The one dispute' : `All ${page.items.length} disputes`}
          </Button>
        )}
        <Button size="xs" px={8} variant="default" onClick={() => onPanel('trace')}>
          Who is related how?
        </Button>
      </div>
    </section>
  );
}
