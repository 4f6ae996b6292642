import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { VERDICT_MEANINGS, VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import { VerdictLine } from '../inspector/verdict-mark.tsx';
import classes from './legend.module.css';

/**
 * What shapes and lines mean; always at hand on the graph. While a question draws its own lines, the key to those takes
 * the place of the verdicts: the same blue line must not have two meanings.
 */
export function Legend({ withVerdicts = true }: { withVerdicts?: boolean }) {
  const { about } = useKnowledge();
  return (
    <div className={classes['legend']} data-testid="legend">
      <ul className={classes['row']} aria-label="Kinds of entity">
        {about.ontology.kinds.map((kind) => (
          <li key={kind.id}>
            <KindIcon kind={kind.id} size={15} /> {kind.label}
          </li>
        ))}
      </ul>
      {withVerdicts && <Verdicts />}
    </div>
  );
}

function Verdicts() {
  return (
    <Popover width={340} position="top-start" withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes['verdicts']}>
          {VERDICT_ORDER.map((verdict) => (
            <span key={verdict}>
              <VerdictLine verdict={verdict} /> {VERDICT_WORDS[verdict]}
            </span>
          ))}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {VERDICT_ORDER.map((verdict) => (
            <Text key={verdict} size="sm">
              <VerdictLine verdict={verdict} /> <b>{VERDICT_WORDS[verdict]}</b>: {VERDICT_MEANINGS[verdict]}
            </Text>
          ))}
          <Text size="xs" c="dimmed">
            A verdict says what the claims amount to, not what is true.
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
