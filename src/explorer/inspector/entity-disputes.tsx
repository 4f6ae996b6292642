import { Text, Title } from '@mantine/core';
import type { Dispute } from '../../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_WORDS } from '../../knowledge/words.ts';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { Contention } from '../disputes/contention.tsx';
import { selectionOf } from '../disputes/dispute-selection.ts';
import disputes from '../disputes/disputes.module.css';
import { Sides } from '../disputes/sides.tsx';
import { RowWithout } from '../leave-out/without-them.tsx';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { useCapped } from './capped.tsx';
import classes from './inspector.module.css';
import { Problem } from './problem.tsx';
import { Sentence } from './sentence.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** Disputes listed before the rest is asked for. */
const MOST = 5;
/** The most that are asked for of one entity. */
const ASKED = 500;

function DisputeLine({ dispute }: { dispute: Dispute }) {
  const go = useGo();
  const { kind, relation, title, entities } = dispute;
  return (
    <li>
      <button
        type="button"
        className={`${classes['row']} ${disputes['body']}`}
        onClick={() => go((view) => select(view, selectionOf(dispute)))}
      >
        <Text size="sm" fw={600} component="span" className={disputes['title']}>
          <Sentence text={title} names={entities.map((entity) => entity.name)} />
        </Text>
        {kind !== 'attribution' && <Sides dispute={dispute} />}
        {relation !== undefined && (
          <>
            <VerdictMark relation={relation} size="xs" />
            <RowWithout relation={relation} />
          </>
        )}
        <span className={disputes['meta']}>
          <span className={disputes['kind']}>{DISPUTE_KIND_WORDS[kind]}</span>
          <Contention share={dispute.contention} />
        </span>
      </button>
    </li>
  );
}

/** What is disputed of an entity, most contested first, whatever filter holds elsewhere. */
export function EntityDisputes({ id }: { id: EntityId }) {
  const { data: page, error } = useAnswer(['disputes of', id], (base) =>
    base.disputes({ entity: id }, { limit: ASKED }),
  );
  const { shown, more } = useCapped(page?.items ?? [], MOST, 'disputes');
  if (error !== null) return <Problem error={error} />;
  if (page === undefined || page.total === 0) return null;
  return (
    <section aria-label="Disputes">
      <Title order={3} size="sm" mb={4}>
        Disputes · {page.total}
      </Title>
      <ul className={`${classes['list']} ${classes['flush']}`}>
        {shown.map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      </ul>
      {more}
    </section>
  );
}
