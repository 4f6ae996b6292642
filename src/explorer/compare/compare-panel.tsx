import { ActionIcon, Box, Group, Loader, SegmentedControl, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Comparison, Perspective } from '../../knowledge/knowledge-base.ts';
import { Problem } from '../inspector/problem.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { compareVoices, showStage, swapCompared, voicesOf } from '../state/view.ts';
import { VoiceSelect } from '../voices/voice-select.tsx';
import { sideName } from './side-name.ts';
import { Suggestions } from './suggestions.tsx';
import { ComparisonSummary, PerspectiveSummary } from './summary.tsx';
import { ToldGroups } from './told-groups.tsx';
import { groupsOfOne, groupsOfTwo } from './told-rows.ts';
import { type Asked, askedOf, useTellings } from './use-tellings.ts';

/** The panel is for a first look; the columns have room for all. */
const FIRST_IN_PANEL = 12;

function StageChoice({ columns }: { columns: string }) {
  const { stage } = useView();
  const go = useGo();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label="Where to see it"
      // With table or matrix in the middle neither is chosen.
      value={stage === 'graph' || stage === 'compare' ? stage : ''}
      onChange={(value) => go((view) => showStage(view, value === 'graph' ? 'graph' : 'compare'))}
      data={[
        { value: 'graph', label: 'On the graph' },
        { value: 'compare', label: columns },
      ]}
    />
  );
}

/** What a reader must know of the sides to read the numbers rightly. */
function Caution({ asked: { p, q } }: { asked: Asked }) {
  const isDocument = ({ kind }: { kind: string }): boolean => kind === 'source' || kind === 'publisher';
  const all = [...p, ...q];
  if (!all.some(isDocument)) return null;
  const mixed = q.length > 0 && !all.every(isDocument);
  return (
    <Text size="xs" c="dimmed">
      What a document says is taken to be all that it carries, also what it quotes.
      {mixed && ' Where one side is quoted in the document on the other, the same claim stands on both sides.'}
    </Text>
  );
}

/** What the comparison in the middle shows in full is not told twice; where the panel lies over it, it is. */
function UnlessBeside({ children }: { children: ReactNode }) {
  const { stage } = useView();
  return <Box {...(stage === 'compare' ? { hiddenFrom: 'md' } : {})}>{children}</Box>;
}

function OneTelling({ perspective }: { perspective: Perspective }) {
  return (
    <>
      <PerspectiveSummary perspective={perspective} />
      <StageChoice columns="As a list" />
      <Suggestions />
      <UnlessBeside>
        <ToldGroups groups={groupsOfOne(perspective)} first={FIRST_IN_PANEL} />
      </UnlessBeside>
    </>
  );
}

function TwoTellings({ comparison }: { comparison: Comparison }) {
  const names = { p: sideName(comparison.p), q: sideName(comparison.q) };
  const opposed = groupsOfTwo(comparison).both.filter((group) => group.key === 'contradict');
  return (
    <>
      <ComparisonSummary comparison={comparison} />
      <StageChoice columns="In columns" />
      {opposed.length === 0 ? (
        <Text size="sm">Nothing was found in which the two contradict each other. Silence is not agreement.</Text>
      ) : (
        <UnlessBeside>
          <ToldGroups groups={opposed} names={names} first={FIRST_IN_PANEL} />
        </UnlessBeside>
      )}
    </>
  );
}

/** Whose words are compared, and what comes of it in numbers. */
export function ComparePanel() {
  const view = useView();
  const go = useGo();
  const tellings = useTellings();
  const asked = askedOf(view);
  return (
    <Stack gap="sm">
      <Group align="center" gap={6} wrap="nowrap">
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <VoiceSelect
            label="What this voice says"
            value={voicesOf(view.compare.p)}
            onChange={(voices) => go((current) => compareVoices(current, 'p', voices))}
          />
          <VoiceSelect
            label="beside what this one says"
            placeholder="Nobody: what the first says, alone"
            value={voicesOf(view.compare.q)}
            onChange={(voices) => go((current) => compareVoices(current, 'q', voices))}
          />
        </Stack>
        <Tooltip label="Swap the two">
          <ActionIcon variant="default" size="lg" aria-label="Swap the two" onClick={() => go(swapCompared)}>
            <IconArrowsExchange size={16} style={{ rotate: '90deg' }} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed">
        What somebody says here is their own claims alone: grades are left aside, hedges are kept. Silence is not doubt.
      </Text>
      {asked !== undefined && <Caution asked={asked} />}
      {tellings.state === 'none' && (
        <UnlessBeside>
          <Suggestions />
        </UnlessBeside>
      )}
      {tellings.state === 'loading' && <Loader size="sm" aria-label="Comparing" />}
      {tellings.state === 'failed' && <Problem error={tellings.error} />}
      {tellings.state === 'one' && <OneTelling perspective={tellings.perspective} />}
      {tellings.state === 'two' && <TwoTellings comparison={tellings.comparison} />}
    </Stack>
  );
}
