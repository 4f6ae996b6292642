import { Kbd } from '@mantine/core';
import { PANEL_ENTRIES } from '../app/panels.tsx';
import classes from './help.module.css';

/** Keys that open no panel; those of the panels come from the panels themselves. */
const OTHER_KEYS: readonly (readonly [string, string])[] = [
  ['G', 'Graph or table'],
  ['O', 'Open or import'],
  ['+ and −', 'Zoom the graph'],
  ['0', 'Fit the graph'],
  ['J and K', 'Next and previous hop of a trace'],
  ['Ctrl Z, Ctrl Shift Z', 'Undo, redo'],
  ['Escape', 'Close the inspector'],
  ['?', 'This help'],
];

/** Every key of the page. */
export function Keys() {
  const keys = [
    ['/ or Ctrl K', 'Search and commands'] as const,
    ...PANEL_ENTRIES.map(({ hotkey, label }) => [hotkey.toUpperCase(), label] as const),
    ...OTHER_KEYS,
  ];
  return (
    <dl className={classes['keys']}>
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <Kbd>{key}</Kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
