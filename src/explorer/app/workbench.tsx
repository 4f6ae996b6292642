import {
  ActionIcon,
  Alert,
  AppShell,
  Button,
  Drawer,
  Group,
  Kbd,
  NativeSelect,
  ScrollArea,
  SegmentedControl,
  Text,
  Title,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconListDetails,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { CompareStage } from '../compare/compare-stage.tsx';
import { useKnowledge } from '../data/use-knowledge.ts';
import { MatrixStage } from '../disputes/matrix-stage.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { Help } from '../help/help.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { useImporter } from '../import/import-context.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { Problem } from '../inspector/problem.tsx';
import { SearchSpotlight } from '../search/search-spotlight.tsx';
import { GraphStage } from '../stage/graph-stage.tsx';
import { useOverlay } from '../stage/use-overlay.ts';
import { useScene } from '../stage/use-picture.ts';
import { isOtherData, readAddress } from '../state/address.ts';
import { useGo, useView, useViewState, useViewStore } from '../state/use-view.ts';
import { openPanel, type Panel, Stage, select, showStage } from '../state/view.ts';
import { TableStage } from '../table/table-stage.tsx';
import { useTraced } from '../trace/use-trace-answer.ts';
import { Counts } from './counts.tsx';
import { Drawing } from './drawing.tsx';
import { FirstLook } from './first-look.tsx';
import { GraphTitle } from './graph-title.tsx';
import { PANEL_ENTRIES, Panels } from './panels.tsx';
import { PartNotice } from './part-notice.tsx';
import { usePageKeys } from './use-page-keys.ts';
import classes from './workbench.module.css';

const STAGES: readonly { value: Stage; label: string }[] = [
  { value: 'graph', label: 'Graph' },
  { value: 'table', label: 'Table' },
  { value: 'matrix', label: 'Matrix' },
  { value: 'compare', label: 'Compare' },
];

/** The whole page: panels, graph or table, inspector. */
export function Workbench() {
  const { about } = useKnowledge();
  const view = useView();
  const go = useGo();
  const store = useViewStore();
  const undoable = useViewState((state) => state.undoable);
  const redoable = useViewState((state) => state.redoable);
  const { begin } = useImporter();
  const { toggleColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const narrow = useMediaQuery('(max-width: 62em)') ?? false;
  const [panelsOpen, setPanelsOpen] = useState(false);
  const [otherData, setOtherData] = useState(() => isOtherData(readAddress(window.location.hash), about.hash));
  const { scene, error, waitsFor } = useScene();
  const traced = useTraced();
  const overlay = useOverlay();
  const show = (panel: Panel): void => {
    go((current) => openPanel(current, panel));
    setPanelsOpen(true);
  };
  const showNamed = (value: string): void => {
    const stage = Stage.safeParse(value);
    if (stage.success) go((current) => showStage(current, stage.data));
  };
  usePageKeys([
    ...PANEL_ENTRIES.map(({ id, hotkey }) => [hotkey, () => show(id)] as const),
    ['g', () => go((current) => showStage(current, current.stage === 'graph' ? 'table' : 'graph'))],
    ['/', () => spotlight.open()],
    ['o', () => begin()],
    ['mod+K', () => spotlight.open()],
    ['mod+Z', () => store.undo()],
    ['mod+shift+Z', () => store.redo()],
    ['Escape', () => go((current) => select(current, undefined))],
  ]);
  // Where panels and inspector cannot stand side by side, what is chosen in one opens the other.
  const chosen = `${view.selection?.id ?? ''} ${view.stage}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that closes them.
  useEffect(() => setPanelsOpen(false), [chosen]);
  // A link that asks a question opens the panel with the answer.
  const asked = `${view.panel} ${view.trace.from ?? ''} ${view.trace.to ?? ''} ${view.without.join(' ')}`;
  const lastAsked = useRef(asked);
  useEffect(() => {
    if (lastAsked.current !== asked) setPanelsOpen(true);
    lastAsked.current = asked;
  }, [asked]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: { base: 390, lg: 420, xl: 470 }, breakpoint: '62em', collapsed: { mobile: true } }}
      aside={{
        width: { base: 360, lg: 390, xl: 460 },
        breakpoint: '62em',
        collapsed: { mobile: true, desktop: view.selection === undefined },
      }}
      transitionDuration={0}
    >
      <AppShell.Header className={classes['header']}>
        <Group gap={10} wrap="nowrap" className={classes['brand']}>
          {narrow && (
            <ActionIcon variant="default" size="lg" aria-label="Open the panels" onClick={() => setPanelsOpen(true)}>
              <IconListDetails size={18} />
            </ActionIcon>
          )}
          <img src="./icon.svg" alt="" width={26} height={26} className={classes['logo']} />
          <div className={classes['names']}>
            <Title order={1} size="h5" lh={1.15}>
              Ascribe
            </Title>
            <GraphTitle title={about.title} />
          </div>
        </Group>
        <Button
          variant="default"
          size="sm"
          className={classes['search']}
          leftSection={<IconSearch size={15} />}
          rightSection={narrow ? null : <Kbd size="xs">/</Kbd>}
          onClick={spotlight.open}
          {...(narrow ? { 'aria-label': 'Search' } : {})}
        >
          {narrow ? '' : 'Search names, relations, figures'}
        </Button>
        <Group gap={4} wrap="nowrap">
          {!narrow && (
            <>
              <Tooltip label="Undo (Ctrl Z)">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label="Undo"
                  disabled={undoable === 0}
                  onClick={() => store.undo()}
                >
                  <IconArrowBackUp size={18} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Redo (Ctrl Shift Z)">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label="Redo"
                  disabled={redoable === 0}
                  onClick={() => store.redo()}
                >
                  <IconArrowForwardUp size={18} />
                </ActionIcon>
              </Tooltip>
            </>
          )}
          {narrow ? (
            <NativeSelect
              size="xs"
              w={98}
              aria-label="What fills the middle"
              value={view.stage}
              data={[...STAGES]}
              onChange={(event) => showNamed(event.currentTarget.value)}
            />
          ) : (
            <SegmentedControl
              size="xs"
              aria-label="What fills the middle"
              value={view.stage}
              data={[...STAGES]}
              onChange={showNamed}
            />
          )}
          <ImportButton narrow={narrow} />
          <ExportMenu narrow={narrow} />
          <Tooltip label={scheme === 'dark' ? 'Light' : 'Dark'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={scheme === 'dark' ? 'Switch to light' : 'Switch to dark'}
              onClick={() => toggleColorScheme()}
            >
              {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
            </ActionIcon>
          </Tooltip>
          <Help />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label="Questions to the graph">{!narrow && <Panels />}</AppShell.Navbar>
      <AppShell.Main className={classes['main']}>
        {otherData && (
          <Alert
            color="orange"
            withCloseButton
            onClose={() => setOtherData(false)}
            title="This link was made on other data"
            p="xs"
            radius={0}
          >
            The graph has changed since; what is shown may differ from what was meant.
          </Alert>
        )}
        <PartNotice />
        {error !== null && <Problem error={error} />}
        {scene === undefined ? (
          error === null && <Drawing waitsFor={waitsFor} />
        ) : (
          <>
            <Counts picture={scene.picture} onPanel={show} />
            {narrow && view.stage === 'graph' && <FirstLook onPanel={show} />}
            <div className={classes['stage']}>
              {scene.picture.relations.length === 0 && (view.stage === 'graph' || view.stage === 'table') && (
                <div className={classes['empty']}>
                  <Text fw={600}>No relation passes</Text>
                  <Text size="sm" c="dimmed">
                    The filter or the focus hides all of them. Clear one of them above.
                  </Text>
                </div>
              )}
              {view.stage === 'graph' && <GraphStage {...scene} traced={traced} overlay={overlay} />}
              {view.stage === 'table' && <TableStage picture={scene.picture} />}
              {view.stage === 'matrix' && <MatrixStage />}
              {view.stage === 'compare' && <CompareStage />}
            </div>
          </>
        )}
      </AppShell.Main>
      <AppShell.Aside aria-label="Inspector">
        {!narrow && view.selection !== undefined && (
          <ScrollArea className={classes['inspector']} type="auto" key={`${view.selection.kind} ${view.selection.id}`}>
            <Inspector />
          </ScrollArea>
        )}
      </AppShell.Aside>
      {narrow && (
        <>
          <Drawer
            opened={panelsOpen}
            onClose={() => setPanelsOpen(false)}
            title="Ascribe"
            closeButtonProps={{ 'aria-label': 'Close the panels' }}
            size="min(100%, 420px)"
            padding={0}
            styles={{ header: { minHeight: 0, padding: '6px 10px 4px 16px' } }}
          >
            <Panels />
          </Drawer>
          <Drawer
            opened={view.selection !== undefined && !panelsOpen}
            onClose={() => go((current) => select(current, undefined))}
            position="bottom"
            size="72%"
            padding={0}
            withCloseButton={false}
            title={<VisuallyHidden>Inspector</VisuallyHidden>}
            styles={{ header: { minHeight: 0, padding: 0 } }}
          >
            <Inspector />
          </Drawer>
        </>
      )}
      <SearchSpotlight />
    </AppShell>
  );
}
