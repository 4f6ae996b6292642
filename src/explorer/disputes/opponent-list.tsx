import { useId, useState } from 'react';
import type { Opponents } from '../../knowledge/knowledge-base.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import inspector from '../inspector/inspector.module.css';
import { useGo, useView } from '../state/use-view.ts';
import { showParties } from '../state/view.ts';
import classes from './disputes.module.css';
import { speakerName } from './speakers.ts';

/** How many pairs are listed before somebody asks for all. */
const FIRST = 8;

/** Pairs of speakers with the number of disputes between them; pressing one shows only those. */
export function OpponentList({ pairs }: { pairs: readonly Opponents[] }) {
  const { about } = useKnowledge();
  const { parties } = useView().disputes;
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const list = useId();
  if (pairs.length === 0) return null;
  return (
    <div>
      <button
        type="button"
        className={classes['fold']}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <span className={classes['arrow']} aria-hidden="true" />
        Who against whom: {pairs.length} {pairs.length === 1 ? 'pair' : 'pairs'} of speakers
      </button>
      <div id={list} hidden={!open}>
        <ul className={`${inspector['list']} ${classes['pairs']}`} data-testid="opponents">
          {open &&
            pairs.slice(0, all ? pairs.length : FIRST).map(({ a, b, disputes }) => {
              const chosen = parties.length === 2 && parties.includes(a.id) && parties.includes(b.id);
              return (
                <li key={`${a.id}~${b.id}`}>
                  <button
                    type="button"
                    className={inspector['row']}
                    data-selected={chosen || undefined}
                    aria-pressed={chosen}
                    onClick={() => go((view) => showParties(view, chosen ? [] : [a.id, b.id]))}
                  >
                    <span className={classes['pair']}>
                      <span>
                        <bdi>{speakerName(about, a.id)}</bdi>
                        <span className={classes['quiet']}> against </span>
                        <bdi>{speakerName(about, b.id)}</bdi>
                      </span>
                      <span className={classes['quiet']}>
                        {disputes.length} {disputes.length === 1 ? 'dispute' : 'disputes'}
                      </span>
                    </span>
                  </button>
                </li>
              );
            })}
        </ul>
        {!all && pairs.length > FIRST && (
          <button type="button" className={classes['fold']} onClick={() => setAll(true)}>
            all {pairs.length}
          </button>
        )}
      </div>
    </div>
  );
}
