import { MultiSelect, Text } from '@mantine/core';
import type { RelationType } from '../../../model/ontology.ts';
import { useKnowledge } from '../../data/use-knowledge.ts';
import type { EditorProps } from './condition.ts';

/** Types under the widest type that each belongs to; those that have no narrower ones stand together. */
function grouped(types: readonly RelationType[]): { group: string; items: { value: string; label: string }[] }[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  const widest = (type: RelationType): RelationType => {
    let [at, steps] = [type, 0];
    // The ontology is checked for circles; the bound is for one that is not.
    while (at.broader !== undefined && steps++ < types.length) at = byId.get(at.broader) ?? at;
    return at;
  };
  const groups = new Map<string, RelationType[]>();
  for (const type of types) {
    const root = widest(type).id;
    groups.set(root, [...(groups.get(root) ?? []), type]);
  }
  const item = (type: RelationType, root: string) => ({
    value: type.id,
    label: type.id === root ? `${type.label} (all of these)` : type.label,
  });
  const families = [...groups].filter(([, members]) => members.length > 1);
  const alone = [...groups].flatMap(([, members]) => (members.length > 1 ? [] : members));
  return [
    ...families.map(([root, members]) => ({
      group: members.find(({ id }) => id === root)?.label ?? root,
      items: members.map((type) => item(type, root)),
    })),
    ...(alone.length === 0
      ? []
      : [{ group: 'Other', items: alone.map((type) => ({ value: type.id, label: type.label })) }]),
  ];
}

/** Which types of relation may be walked. */
export function TypesEditor({ conditions, set }: EditorProps) {
  const { relations } = useKnowledge().about.ontology;
  return (
    <>
      <MultiSelect
        aria-label="Types of relation"
        placeholder={conditions.types === undefined ? 'Any relation' : ''}
        size="sm"
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage="No such type"
        clearButtonProps={{ 'aria-label': 'Clear the types' }}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={260}
        data={grouped(relations)}
        value={conditions.types ?? []}
        onChange={(chosen) => set({ types: relations.map(({ id }) => id).filter((id) => chosen.includes(id)) })}
      />
      <Text size="xs" c="dimmed">
        Narrower types come along: backing stands for funding and arming, too.
      </Text>
    </>
  );
}
