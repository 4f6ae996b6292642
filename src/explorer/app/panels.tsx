import { ScrollArea, Text, UnstyledButton } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconAlertCircle,
  IconArrowsDiff,
  IconChartDots,
  IconFileText,
  IconFilter,
  IconRoute,
  IconUserOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { DisputeDesk } from '../disputes/dispute-desk.tsx';
import { FigureList } from '../figures/figure-list.tsx';
import { FilterPanel } from '../filters/filter-panel.tsx';
import { LeaveOutPanel } from '../leave-out/leave-out-panel.tsx';
import { SourceList } from '../sources/source-list.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { isOpen, openPanel, Panel, type View } from '../state/view.ts';
import { TracePanel } from '../trace/trace-panel.tsx';
import { WeightsPanel } from '../weights/weights-panel.tsx';
import classes from './panels.module.css';

interface Entry {
  readonly label: string;
  /** The heading of the panel. */
  readonly title: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly content: ComponentType;
  /** The key that opens it. */
  readonly hotkey: string;
  /** Whether it changes what is shown, so that a mark says so while it is closed. */
  readonly isActive?: (view: View) => boolean;
}

/** What can be asked of the graph, in the order of the rail. */
export const PANELS: Readonly<Record<Panel, Entry>> = {
  disputes: { label: 'Disputes', title: 'Disputes', icon: IconAlertCircle, content: DisputeDesk, hotkey: 'd' },
  figures: { label: 'Figures', title: 'Figures', icon: IconChartDots, content: FigureList, hotkey: 'n' },
  trace: { label: 'Trace', title: 'Trace: how are they related?', icon: IconRoute, content: TracePanel, hotkey: 't' },
  compare: {
    label: 'Compare',
    title: 'Compare: what do two say?',
    icon: IconArrowsDiff,
    content: ComparePanel,
    hotkey: 'c',
  },
  'leave-out': {
    label: 'Leave out',
    title: 'Leave out: what rests on whom?',
    icon: IconUserOff,
    content: LeaveOutPanel,
    hotkey: 'l',
    isActive: (view) => view.without.length > 0,
  },
  filters: {
    label: 'Filters',
    title: 'Filters',
    icon: IconFilter,
    content: FilterPanel,
    hotkey: 'f',
    isActive: (view) => !isOpen(view.filter),
  },
  sources: { label: 'Sources', title: 'Sources', icon: IconFileText, content: SourceList, hotkey: 's' },
  weights: {
    label: 'Weights',
    title: 'Weights of the grades',
    icon: IconAdjustmentsHorizontal,
    content: WeightsPanel,
    hotkey: 'w',
    isActive: (view) => Object.keys(view.weights).length > 0,
  },
};

/** Panels by id, as a list. */
export const PANEL_ENTRIES = Panel.options.map((id) => ({ ...PANELS[id], id }));

/** The rail of panels, and the one that is open. */
export function Panels() {
  const view = useView();
  const go = useGo();
  const { title, content: Content } = PANELS[view.panel];
  return (
    <div className={classes['panels']}>
      <nav className={classes['rail']} aria-label="Panels">
        {PANEL_ENTRIES.map(({ id, label, icon: Icon, isActive }) => (
          <UnstyledButton
            key={id}
            className={classes['tab']}
            aria-pressed={id === view.panel}
            data-active={isActive?.(view) || undefined}
            onClick={() => go((current) => openPanel(current, id))}
          >
            <Icon size={20} stroke={1.7} />
            <span>{label}</span>
          </UnstyledButton>
        ))}
      </nav>
      <ScrollArea className={classes['scroll']} type="auto" viewportProps={{ tabIndex: -1 }} key={view.panel}>
        <div className={classes['content']}>
          <Text component="h2" fw={650} size="md" mb={8}>
            {title}
          </Text>
          <Content />
        </div>
      </ScrollArea>
    </div>
  );
}
