import { Button, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { voiceKey } from '../../evidence/voices.ts';
import type { Bearer } from '../../knowledge/knowledge-base.ts';
import { listNames, number } from '../../knowledge/words.ts';
import { useGo, useView } from '../state/use-view.ts';
import { toggleLeftOut } from '../state/view.ts';
import { ChangeShare } from './change-share.tsx';
import { RestingRelations } from './resting-relations.tsx';
import classes from './what-rests.module.css';

interface Props {
  readonly bearer: Bearer;
  /** The most that any of the list moves: the full width of a bar. */
  readonly most: number;
}

/** One voice: how much moves without it, a button that leaves it out, and the relations that rest on it. */
export function BearerRow({ bearer, most }: Props) {
  const { voice, collapses, weakens, rises } = bearer;
  const { without } = useView();
  const go = useGo();
  const [open, { toggle }] = useDisclosure(false);
  const list = useId();
  const isOut = without.includes(voiceKey(voice.voice));
  // An origin of one is told by its name alone.
  const others = voice.members.filter((member) => member !== voice.name);
  return (
    <li className={classes['bearer']} data-out={isOut || undefined}>
      <div className={classes['top']}>
        <UnstyledButton
          className={classes['name']}
          aria-expanded={open}
          aria-controls={list}
          disabled={collapses === 0}
          onClick={toggle}
        >
          <IconChevronRight size={14} className={classes['chevron']} aria-hidden="true" />
          <span>
            <bdi>{voice.name}</bdi>
            {others.length > 0 && <span className={classes['members']}>with {listNames(others)}</span>}
          </span>
        </UnstyledButton>
        <Button
          size="compact-xs"
          className={classes['act']}
          variant={isOut ? 'filled' : 'default'}
          aria-label={isOut ? `Take ${voice.name} back in` : `Leave out ${voice.name}`}
          onClick={() => go((view) => toggleLeftOut(view, voice.voice))}
        >
          {isOut ? 'Take back in' : 'Leave out'}
        </Button>
      </div>
      <div className={classes['measure']}>
        <span className={classes['bar']} aria-hidden="true">
          <ChangeShare change="collapses" share={collapses / most} />
          <ChangeShare change="weakens" share={weakens / most} />
          <ChangeShare change="rises" share={rises / most} />
        </span>
        <Count value={collapses} word="collapse" />
        <Count value={weakens} word="weaken" />
        <Count value={rises} word="rise" />
      </div>
      <div id={list} hidden={!open}>
        {open && <RestingRelations bearer={bearer} />}
      </div>
    </li>
  );
}

function Count({ value, word }: { value: number; word: string }) {
  return (
    <Text component="span" size="xs" className={classes['count']} data-none={value === 0 || undefined}>
      {number(value)} <VisuallyHidden>{word}</VisuallyHidden>
    </Text>
  );
}
