import { Alert, Button, Group, Kbd, Loader, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EntityId } from '../../model/ids.ts';
import type { Pair } from '../data/join-readings.ts';
import type { Knowledge } from '../data/use-knowledge.ts';
import { Problem } from '../inspector/problem.tsx';
import type { Decision } from './decisions.ts';
import type { JudgedPair } from './import-context.ts';
import { PairRow } from './pair-row.tsx';

interface Props {
  /** Of whom it is asked; undefined while nothing is. */
  readonly pair: JudgedPair | undefined;
  readonly knowledge: Knowledge | undefined;
  readonly onClose: () => void;
  /** Given the graph as it is by the answer, and the entity that stands for the first of the two. */
  readonly onJudged: (graph: File, into: EntityId) => void;
}

/** Asks again whether two entities are the same, of which somebody was unsure when graphs were merged. */
export function JudgeDialog({ pair, knowledge, onClose, onJudged }: Props) {
  return (
    <Modal
      opened={pair !== undefined && knowledge !== undefined}
      onClose={onClose}
      title="Are these two the same?"
      size={720}
      closeButtonProps={{ 'aria-label': 'Close the question' }}
    >
      {pair !== undefined && knowledge !== undefined && <Question {...{ pair, knowledge, onClose, onJudged }} />}
    </Modal>
  );
}

function Question({
  pair: { a, b },
  knowledge,
  onClose,
  onJudged,
}: Props & { pair: JudgedPair; knowledge: Knowledge }) {
  const { about, pair: ask } = knowledge;
  const { data, error } = useQuery({
    queryKey: [about.hash, 'pair', a, b],
    queryFn: ({ signal }) => ask(a, b, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <Loader size="sm" aria-label="Loading the two" />;
  return <Answer pair={data} {...{ knowledge, onClose, onJudged }} />;
}

interface AnswerProps extends Pick<Props, 'onClose' | 'onJudged'> {
  readonly pair: Pair;
  readonly knowledge: Knowledge;
}

function Answer({ pair, knowledge: { about, judge }, onClose, onJudged }: AnswerProps) {
  const [decision, setDecision] = useState<Decision>('unsure');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { a, b } = pair;
  const keep = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const { document, into } = await judge(a.id, b.id, decision);
      onJudged(new File([document], `${about.title}.json`), into);
      notifications.show({
        title: decision === 'same' ? 'One entity' : 'Two entities',
        message: `${a.name} (${a.id}) and ${b.name} (${b.id})`,
      });
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm">
        Somebody was unsure of it when graphs were merged. The same become one, and can be separated again, under Open;
        two that are not lose the mark. <Kbd size="xs">S</Kbd> same, <Kbd size="xs">N</Kbd> not the same,{' '}
        <Kbd size="xs">U</Kbd> unsure.
      </Text>
      <PairRow
        pair={pair}
        decision={decision}
        onDecide={(given) => given !== undefined && setDecision(given)}
        focused
      />
      {problem !== '' && (
        <Alert color="orange" p="xs" title="This did not work">
          {problem}
        </Alert>
      )}
      <Group gap="sm">
        <Button loading={busy} disabled={decision === 'unsure'} onClick={() => void keep()}>
          {decision === 'same' ? 'Make them one' : decision === 'not-same' ? 'Keep them apart' : 'Not decided yet'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Leave it open
        </Button>
      </Group>
    </Stack>
  );
}
