import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconColumns3,
  IconFilterOff,
  IconGridDots,
  IconMoon,
  IconRoute,
  IconSearch,
  IconTable,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { useState } from 'react';
import { PANEL_ENTRIES } from '../app/panels.tsx';
import { useAnswer } from '../data/use-knowledge.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import { useGo, useViewStore } from '../state/use-view.ts';
import { clearFilter, openPanel, select, showAll, showStage, traceBetween } from '../state/view.ts';

/** Search and every command, on one key. */
export function SearchSpotlight() {
  const go = useGo();
  const store = useViewStore();
  const { toggleColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 100);
  const { data: hits } = useAnswer(['search', wanted, 12], (base) => base.search(wanted, { limit: 12 }), wanted !== '');
  const entities = (wanted === '' ? [] : (hits?.items ?? [])).map(({ entity, matched, claims }) => ({
    id: entity.id,
    label: entity.name,
    description: `${matched === entity.name ? '' : `“${matched}” · `}in ${claims} ${claims === 1 ? 'claim' : 'claims'}`,
    leftSection: <KindIcon kind={entity.kind} size={20} />,
    onClick: () => go((view) => select(view, { kind: 'entity', id: entity.id })),
  }));
  const commands = [
    ...PANEL_ENTRIES.map(({ id, title, icon }) => ({
      label: `Open ${title}`,
      icon,
      run: () => go((view) => openPanel(view, id)),
    })),
    {
      label: 'Trace between two entities',
      icon: IconRoute,
      run: () => go((view) => traceBetween(view, undefined, undefined)),
    },
    { label: 'Show the graph', icon: IconTopologyStar3, run: () => go((view) => showStage(view, 'graph')) },
    { label: 'Show the table', icon: IconTable, run: () => go((view) => showStage(view, 'table')) },
    { label: 'Show the matrix of disputes', icon: IconGridDots, run: () => go((view) => showStage(view, 'matrix')) },
    {
      label: 'Show two tellings in columns',
      icon: IconColumns3,
      run: () => go((view) => showStage(view, 'compare')),
    },
    { label: 'Show the whole graph', icon: IconTopologyStar3, run: () => go(showAll) },
    { label: 'Clear the filter', icon: IconFilterOff, run: () => go(clearFilter) },
    { label: 'Undo', icon: IconArrowBackUp, run: () => store.undo() },
    { label: 'Redo', icon: IconArrowForwardUp, run: () => store.redo() },
    { label: 'Switch between light and dark', icon: IconMoon, run: () => toggleColorScheme() },
  ]
    .filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()))
    .map(({ label, icon: Icon, run }) => ({ id: label, label, leftSection: <Icon size={20} />, onClick: run }));
  const groups: SpotlightActionGroupData[] = [
    ...(entities.length > 0 ? [{ group: 'Entities', actions: entities }] : []),
    ...(commands.length > 0 ? [{ group: 'Commands', actions: commands }] : []),
  ];
  return (
    <Spotlight
      actions={groups}
      filter={(_, given) => given}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={wanted === '' ? 'Type a name' : 'Nothing by that name'}
      scrollable
      maxHeight={480}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A person, group, state, event or place, or a command',
        'aria-label': 'Search',
      }}
    />
  );
}
