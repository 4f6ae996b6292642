import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useKnowledge } from '../data/use-knowledge.ts';
import { answerText } from './answers/answer-text.ts';
import type { Answered } from './ask-trace.ts';
import classes from './trace-panel.module.css';
import { useRelaxationNames } from './use-names.ts';

/** Takes an answer elsewhere: as text with its citations, or as a link that asks the same again. */
export function CopyAnswer({ answered, conditions }: { answered: Answered; conditions: readonly string[] }) {
  const { about } = useKnowledge();
  // The address is read when the answer is drawn, and each change of the view draws it anew.
  const link = window.location.href;
  const relaxed = useRelaxationNames(answered.kind === 'trace' ? answered.answer.relaxations : []);
  const text = answerText(answered, {
    conditions,
    link,
    relaxed,
    graph: `${about.title} (content hash ${about.hash.slice(0, 12)}, weights ${about.weights})`,
  });
  return (
    <div className={classes['take']}>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy with citations'}
          </Button>
        )}
      </CopyButton>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} /> : <IconLink size={13} />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy link'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
