import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { pressed, type Sorting, type SortKey, sortRows } from './sort.ts';
import classes from './table-stage.module.css';

export interface Column<T> {
  readonly title: string;
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
  /** What its rows are sorted by. */
  readonly sortBy: (row: T) => SortKey;
}

interface Props<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  /** The column that it is sorted by at first; without, its rows stand as they are given. */
  readonly first?: string;
}

/** A heading that sorts by its column. The mark of a column that is not sorted shows only that it could be. */
function Heading({ title, sorting, onPress }: { title: string; sorting: Sorting | undefined; onPress: () => void }) {
  const direction = sorting?.column === title ? sorting.direction : undefined;
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className={classes['sort']} onClick={onPress}>
        {title}
        <svg className={classes['arrow']} width="8" height="12" viewBox="0 0 8 12" aria-hidden="true">
          {direction !== 'descending' && <path d="M4 1L7 5H1Z" />}
          {direction !== 'ascending' && <path d="M4 11L7 7H1Z" />}
        </svg>
      </button>
    </th>
  );
}

/**
 * A table of which only the rows in sight are in the page; its rows are counted for those who cannot see it. A press on
 * the heading of a column sorts by it, a second one the other way round.
 */
export function VirtualTable<T>({ label, rows, columns, keyOf, first }: Props<T>) {
  const scroll = useRef<HTMLElement>(null);
  const [sorting, setSorting] = useState<Sorting | undefined>(
    first === undefined ? undefined : { column: first, direction: 'ascending' },
  );
  // Columns are made anew with each drawing; only rows and sorting change what is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const sorted = useMemo(() => {
    const column = columns.find(({ title }) => title === sorting?.column);
    return sorting === undefined || column === undefined
      ? rows
      : sortRows(rows, column.sortBy, keyOf, sorting.direction);
  }, [rows, sorting]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 42,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={scroll} className={classes['scroll']} tabIndex={0} aria-label={`${label}, scrolls`}>
      <table aria-label={label} aria-rowcount={sorted.length + 1} className={classes['table']}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.title} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ title }) => (
              <Heading
                key={title}
                title={title}
                sorting={sorting}
                onPress={() => {
                  setSorting(pressed(sorting, title));
                  scroll.current?.scrollTo({ top: 0 });
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {items.map((item) => {
            const row = sorted[item.index];
            return (
              row !== undefined && (
                <tr
                  aria-rowindex={item.index + 2}
                  key={keyOf(row)}
                  data-index={item.index}
                  ref={virtual.measureElement}
                >
                  {columns.map((column) => (
                    <td key={column.title}>{column.cell(row)}</td>
                  ))}
                </tr>
              )
            );
          })}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}
