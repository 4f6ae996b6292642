import { type ComboboxItem, type ComboboxParsedItem, MultiSelect, Text } from '@mantine/core';
import { useMemo } from 'react';
import { parseVoiceKey, type Voice, voiceKey } from '../../evidence/voices.ts';
import type { VoiceView } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';

type VoiceKind = Voice['kind'];

interface Props {
  readonly label: string;
  readonly value: readonly Voice[];
  readonly onChange: (voices: Voice[]) => void;
  /** Which kinds of voices can be chosen; all unless told. */
  readonly kinds?: readonly VoiceKind[];
  readonly placeholder?: string;
}

const GROUPS: readonly { readonly kind: VoiceKind; readonly label: string }[] = [
  { kind: 'source', label: 'Documents' },
  { kind: 'speaker', label: 'Speakers' },
  { kind: 'publisher', label: 'Publishers, with all their documents' },
  { kind: 'origin', label: 'Origins that speak through several' },
];

const ALL_KINDS = GROUPS.map((group) => group.kind);

/** Of one group so many are listed at first; typing finds the others. */
const LISTED = 40;

/** Steps back from whatever colour the option has: it is inverted under the cursor. */
const FAINTER = 0.78;

/**
 * The name of a voice among others: a publisher and an origin are said to be one, since a speaker often bears the same
 * name.
 */
export function voiceName({ voice, name }: Pick<VoiceView, 'voice' | 'name'>): string {
  return voice.kind === 'publisher' || voice.kind === 'origin' ? `${name} (${voice.kind})` : name;
}

/** Nearly every origin is one speaker or one publisher again; those that join several are a choice of their own. */
function isChoice({ voice, members }: VoiceView): boolean {
  return voice.kind !== 'origin' || members.length > 1;
}

/** Letters as they are typed on any keyboard: without marks and case. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function VoiceOption({ view }: { view: VoiceView }) {
  return (
    <span style={{ display: 'flex', gap: 10, width: '100%', overflowWrap: 'anywhere' }}>
      <span style={{ flex: 1, minWidth: 0 }}>
        <bdi>{view.name}</bdi>
        {view.voice.kind === 'origin' && (
          <Text component="span" display="block" size="xs" opacity={FAINTER}>
            {view.members.join(' · ')}
          </Text>
        )}
      </span>
      <Text component="span" size="xs" opacity={FAINTER} style={{ whiteSpace: 'nowrap', lineHeight: '1.6' }}>
        {view.claims} {view.claims === 1 ? 'claim' : 'claims'}
      </Text>
    </span>
  );
}

/** A field for one or several voices: documents, speakers, publishers and origins, each with the number of its claims. */
export function VoiceSelect({ label, value, onChange, kinds = ALL_KINDS, placeholder }: Props) {
  const { data: voices, isPending } = useAnswer(['voices'], (base) => base.voices());
  const keys = value.map(voiceKey);
  const known = useMemo(() => new Map((voices ?? []).map((view) => [voiceKey(view.voice), view])), [voices]);
  const data = GROUPS.filter((group) => kinds.includes(group.kind)).map((group) => ({
    group: group.label,
    items: (voices ?? [])
      // What is chosen can be seen and taken back, however it came to be chosen.
      .filter((view) => view.voice.kind === group.kind && (isChoice(view) || keys.includes(voiceKey(view.voice))))
      .map((view) => ({ value: voiceKey(view.voice), label: voiceName(view) })),
  }));
  const find = ({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxParsedItem[] => {
    const wanted = plain(search.trim());
    const matches = ({ value: key }: ComboboxItem): boolean => {
      const view = known.get(key);
      return view !== undefined && [view.name, ...view.members].some((text) => plain(text).includes(wanted));
    };
    return options.flatMap((option): ComboboxParsedItem[] => {
      if (!('group' in option)) return matches(option) ? [option] : [];
      const items = option.items.filter(matches).slice(0, LISTED);
      return items.length === 0 ? [] : [{ ...option, items }];
    });
  };
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? (placeholder ?? 'Document or speaker') : ''}
      size="sm"
      searchable
      clearable
      hidePickedOptions
      selectFirstOptionOnChange
      withScrollArea={false}
      // A long title leaves room to type on its own line.
      styles={{
        pill: { maxWidth: 'calc(100% - 56px)' },
        inputField: { minWidth: 48 },
        options: { maxHeight: 340, overflowY: 'auto' },
      }}
      data={data}
      filter={find}
      value={keys}
      onChange={(chosen) => onChange(chosen.flatMap((key) => parseVoiceKey(key) ?? []))}
      nothingFoundMessage={isPending ? 'Loading the voices' : 'Nobody by that name'}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      renderOption={({ option }) => {
        const view = known.get(option.value);
        return view === undefined ? option.label : <VoiceOption view={view} />;
      }}
    />
  );
}
