import { Select, Text } from '@mantine/core';
import type { Opponents } from '../../knowledge/knowledge-base.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import { showDisputesIn, showParties } from '../state/view.ts';
import classes from './filters.module.css';
import { type SpeakerChoice, speakerChoices, speakerName } from './speakers.ts';

interface SpeakerSelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly SpeakerChoice[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly disabled?: boolean;
}

function SpeakerSelect({ label, placeholder, choices, value, onChange, disabled = false }: SpeakerSelectProps) {
  const { about } = useKnowledge();
  // An address may name somebody who takes no side: the field must still say who is asked for.
  const data = choices.map(({ id, name }) => ({ value: id, label: name }));
  if (value !== undefined && !data.some((choice) => choice.value === value)) {
    data.push({ value, label: speakerName(about, value) });
  }
  const disputes = new Map(choices.map((choice) => [choice.id, choice.disputes]));
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      data={data}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      disabled={disabled}
      searchable
      withScrollArea={false}
      clearable
      selectFirstOptionOnChange
      limit={80}
      nothingFoundMessage="No such speaker takes a side"
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': `Clear: ${label}` }}
      classNames={{ root: classes['select'], input: classes['input'], options: classes['options'] }}
      renderOption={({ option }) => (
        <span className={classes['option']}>
          <bdi>{option.label}</bdi> <span>{disputes.get(option.value) ?? 0}</span>
        </span>
      )}
    />
  );
}

/** Who stands against whom, and in which document: read as one sentence. */
export function PartyFilter({ pairs }: { pairs: readonly Opponents[] }) {
  const { about } = useKnowledge();
  const { parties, source } = useView().disputes;
  const go = useGo();
  const [first, second] = parties;
  const sources = about.sources.map(({ id, title, reliability }) => ({
    value: id,
    label: `${title} (${reliability})`,
  }));
  const opposes = (a: string, b: string | undefined): boolean =>
    pairs.some((pair) => (pair.a.id === a && pair.b.id === b) || (pair.a.id === b && pair.b.id === a));
  return (
    <div className={classes['sentence']}>
      <SpeakerSelect
        label="Speaker who takes a side"
        placeholder="Any speaker"
        choices={speakerChoices(about, pairs)}
        value={first}
        onChange={(id) =>
          go((view) =>
            showParties(
              view,
              id === undefined ? [] : second !== undefined && opposes(id, second) ? [id, second] : [id],
            ),
          )
        }
      />
      <Text span size="xs" c="dimmed">
        against
      </Text>
      <SpeakerSelect
        label="Speaker on the other side"
        placeholder="anybody"
        choices={first === undefined ? [] : speakerChoices(about, pairs, first)}
        value={second}
        disabled={first === undefined}
        onChange={(id) =>
          go((view) => showParties(view, first === undefined ? [] : id === undefined ? [first] : [first, id]))
        }
      />
      <div className={classes['wide']}>
        <Text span size="xs" c="dimmed">
          in
        </Text>
        <Select
          size="xs"
          aria-label="Source with a claim in the dispute"
          placeholder="any source"
          data={sources}
          value={source ?? null}
          onChange={(id) => go((view) => showDisputesIn(view, about.sources.find((known) => known.id === id)?.id))}
          withScrollArea={false}
          searchable={about.sources.length > 12}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear: source' }}
          nothingFoundMessage="No such source"
          classNames={{ root: classes['select'], input: classes['input'], options: classes['options'] }}
          renderOption={({ option }) => <bdi>{option.label}</bdi>}
        />
      </div>
    </div>
  );
}
