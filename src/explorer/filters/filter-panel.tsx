import { Button, Chip, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { INTERESTS } from '../../evidence/interest.ts';
import { INTEREST_WORDS, number, VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { INTEREST_ICONS } from '../inspector/interest-mark.tsx';
import { KindIcon } from '../inspector/kind-icon.tsx';
import { VerdictLine } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { clearFilter, filterBy, isOpen } from '../state/view.ts';

/** Keeps those of `known` that are among `chosen`, in the order of `known`: ids come out as they went in, typed. */
function pick<T extends string>(known: readonly T[], chosen: readonly string[]): T[] {
  return known.filter((id) => chosen.includes(id));
}

/** In whose interest a word may be, each with the number of such claims in the whole graph. */
function InterestFilter() {
  const { filter } = useView();
  const go = useGo();
  const { data: counts } = useAnswer(['claims by interest'], async (base) => {
    const pages = await Promise.all(INTERESTS.map((kind) => base.claims({ interests: [kind] }, { limit: 1 })));
    return pages.map(({ total }) => total);
  });
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={6}>
        Interest{' '}
        <Text span size="xs" c="dimmed" fw={400}>
          of whom a speaker speaks, in how many claims
        </Text>
      </Text>
      <Chip.Group
        multiple
        value={filter.interests ?? []}
        onChange={(chosen) => go((view) => filterBy(view, 'interests', pick(INTERESTS, chosen)))}
      >
        <Group gap={6}>
          {INTERESTS.map((kind, i) => {
            const Icon = INTEREST_ICONS[kind];
            const count = counts?.[i];
            return (
              <Chip key={kind} value={kind} size="xs" variant="outline">
                <span style={{ display: 'inline-flex', alignItems: 'center', gap: 5, verticalAlign: 'middle' }}>
                  {Icon !== undefined && <Icon size={13} stroke={1.8} />} {INTEREST_WORDS[kind]}
                  {count !== undefined && ` (${number(count)})`}
                </span>
              </Chip>
            );
          })}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}

/** What is shown: by kind, verdict, interest, type, source and speaker. Nothing chosen means everything. */
export function FilterPanel() {
  const { about } = useKnowledge();
  const { filter } = useView();
  const go = useGo();
  const { ontology } = about;
  const kinds = ontology.kinds.map((kind) => kind.id);
  const types = ontology.relations.map((type) => type.id);
  const sources = about.sources.map((source) => source.id);
  const speakers = about.speakers.map((speaker) => speaker.id);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Nothing chosen means everything.
        </Text>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFilterOff size={14} />}
          disabled={isOpen(filter)}
          onClick={() => go(clearFilter)}
        >
          Clear
        </Button>
      </Group>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <Text component="legend" size="sm" fw={600} mb={6}>
          Kinds of entity{' '}
          <Text span size="xs" c="dimmed" fw={400}>
            at both ends of a relation
          </Text>
        </Text>
        <Chip.Group
          multiple
          value={filter.kinds ?? []}
          onChange={(chosen) => go((view) => filterBy(view, 'kinds', pick(kinds, chosen)))}
        >
          <Group gap={6}>
            {ontology.kinds.map((kind) => (
              <Chip key={kind.id} value={kind.id} size="xs" variant="outline">
                <KindIcon kind={kind.id} size={13} /> {kind.plural}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <Text component="legend" size="sm" fw={600} mb={6}>
          Verdicts
        </Text>
        <Chip.Group
          multiple
          value={filter.verdicts ?? []}
          onChange={(chosen) => go((view) => filterBy(view, 'verdicts', pick(VERDICT_ORDER, chosen)))}
        >
          <Group gap={6}>
            {VERDICT_ORDER.map((verdict) => (
              <Chip key={verdict} value={verdict} size="xs" variant="outline">
                <span style={{ display: 'inline-flex', alignItems: 'center', gap: 5, verticalAlign: 'middle' }}>
                  <VerdictLine verdict={verdict} /> {VERDICT_WORDS[verdict]}
                </span>
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <InterestFilter />
      <MultiSelect
        label="Relation types"
        placeholder={filter.types === undefined ? 'All types' : ''}
        searchable
        selectFirstOptionOnChange
        clearable
        data={ontology.relations.map((type) => ({ value: type.id, label: type.label }))}
        value={filter.types ?? []}
        onChange={(chosen) => go((view) => filterBy(view, 'types', pick(types, chosen)))}
      />
      <MultiSelect
        label="Sources"
        placeholder={filter.sources === undefined ? 'All sources' : ''}
        clearable
        data={about.sources.map((source) => ({ value: source.id, label: `${source.title} (${source.reliability})` }))}
        value={filter.sources ?? []}
        onChange={(chosen) => go((view) => filterBy(view, 'sources', pick(sources, chosen)))}
      />
      <MultiSelect
        label="Speakers"
        description="Whose word a claim rests on"
        placeholder={filter.speakers === undefined ? 'All speakers' : ''}
        searchable
        selectFirstOptionOnChange
        clearable
        limit={60}
        data={about.speakers.map((speaker) => ({ value: speaker.id, label: `${speaker.name} (${speaker.claims})` }))}
        value={filter.speakers ?? []}
        onChange={(chosen) => go((view) => filterBy(view, 'speakers', pick(speakers, chosen)))}
      />
      <Text size="xs" c="dimmed">
        A filter hides; it never changes a verdict. Verdicts always rest on all claims.
      </Text>
    </Stack>
  );
}
