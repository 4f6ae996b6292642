import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconColumns3,
  IconFilterOff,
  IconFolderOpen,
  IconGridDots,
  IconMoon,
  IconRoute,
  IconSearch,
  IconTable,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { useState } from 'react';
import { number } from '../../knowledge/words.ts';
import { PANEL_ENTRIES } from '../app/panels.tsx';
import { useAnswer } from '../data/use-knowledge.ts';
import { useImporter } from '../import/import-context.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import { useGo, useViewStore } from '../state/use-view.ts';
import { clearFilter, openPanel, select, showAll, showStage, traceBetween } from '../state/view.ts';
import classes from './search-spotlight.module.css';
import { figureAction, relationAction } from './statement-action.tsx';

/** Of each group the best are shown; more words find the others. */
const MOST_ENTITIES = 8;
const MOST_RELATIONS = 7;
const MOST_FIGURES = 4;

/** "Relations: 7 of 23": what is left out is counted. */
function groupLabel(what: string, shown: number, all: number): string {
  return shown < all ? `${what}: ${shown} of ${number(all)}` : what;
}

/** Opens the best of what was found where nothing is chosen by the arrow keys; what is chosen Mantine opens itself. */
function openFirst(field: Element): void {
  const dialog = field.closest('[role="dialog"]');
  if (dialog === null || dialog.querySelector('[data-action][data-selected]') !== null) return;
  dialog.querySelector<HTMLElement>('[data-action]')?.click();
}

/** Search and every command, on one key. */
export function SearchSpotlight() {
  const go = useGo();
  const store = useViewStore();
  const { begin } = useImporter();
  const { toggleColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 100);
  const { data: hits } = useAnswer(
    ['search', wanted, MOST_ENTITIES],
    (base) => base.search(wanted, { limit: MOST_ENTITIES }),
    wanted !== '',
  );
  const { data: found } = useAnswer(
    ['find', wanted],
    (base) => base.find(wanted, { limit: MOST_RELATIONS }),
    wanted !== '',
  );
  const said = wanted === '' ? undefined : found;
  const relations = said?.relations.items ?? [];
  const figures = said?.figures.items.slice(0, MOST_FIGURES) ?? [];
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
    { label: 'Open or import …', icon: IconFolderOpen, run: () => begin() },
    {
      label: 'Trace between two entities',
      icon: IconRoute,
      run: () => go((view) => traceBetween(view, undefined, undefined)),
    },
    { label: 'Show the graph', icon: IconTopologyStar3, run: () => go((view) => showStage(view, 'graph')) },
    { label: 'Show the table', icon: IconTable, run: () => go((view) => showStage(view, 'table')) },
    { label: 'Show the matrix of disputes', icon: IconGridDots, run: () => go((view) => showStage(view, 'matrix')) },
    {
      label: 'Show what two say in columns',
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
    ...(entities.length > 0
      ? [{ group: groupLabel('Entities', entities.length, hits?.total ?? 0), actions: entities }]
      : []),
    ...(relations.length > 0
      ? [
          {
            group: groupLabel('Relations', relations.length, said?.relations.total ?? 0),
            actions: relations.map((relation) =>
              relationAction(relation, () => go((view) => select(view, { kind: 'relation', id: relation.id }))),
            ),
          },
        ]
      : []),
    ...(figures.length > 0
      ? [
          {
            group: groupLabel('Figures', figures.length, said?.figures.total ?? 0),
            actions: figures.map((figure) =>
              figureAction(figure, () => go((view) => select(view, { kind: 'figure', id: figure.id }))),
            ),
          },
        ]
      : []),
    ...(commands.length > 0 ? [{ group: 'Commands', actions: commands }] : []),
  ];
  return (
    <Spotlight
      actions={groups}
      filter={(_, given) => given}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={wanted === '' ? 'Type a name, or words of what is said' : 'Nothing by these words'}
      scrollable
      maxHeight={560}
      classNames={{ action: classes['action'] ?? '' }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A name, who does what to whom, a figure, or a command',
        'aria-label': 'Search',
        onKeyDown: (event) => {
          const settled = wanted !== '' && wanted === query.trim();
          if (event.key === 'Enter' && settled && !event.nativeEvent.isComposing) openFirst(event.currentTarget);
        },
      }}
    />
  );
}
