import { SegmentedControl, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Picture, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { EntityName } from '../inspector/entity-name.tsx';
import { Problem } from '../inspector/problem.tsx';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './table-stage.module.css';

const SHOWN = ['relations', 'entities', 'claims'] as const;
type Shown = (typeof SHOWN)[number];

interface Column<T> {
  readonly title: string;
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
}

interface TableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
}

/** A table of which only the rows in sight are in the page; its rows are counted for those who cannot see it. */
function VirtualTable<T>({ label, rows, columns, keyOf }: TableProps<T>) {
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
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
      <table aria-label={label} aria-rowcount={rows.length + 1} className={classes['table']}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.title} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {items.map((item) => {
            const row = rows[item.index];
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

function bySubject(a: RelationSummary, b: RelationSummary): number {
  return a.subject.name.localeCompare(b.subject.name) || a.typeLabel.localeCompare(b.typeLabel);
}

/** All that the graph draws, and every claim, as tables: for the keyboard, the screen reader, and for reading. */
export function TableStage({ picture }: { picture: Picture }) {
  const { filter, focus } = useView();
  const relations = useMemo(() => picture.relations.toSorted(bySubject), [picture]);
  const entities = useMemo(() => picture.entities.toSorted((a, b) => a.name.localeCompare(b.name)), [picture]);
  const go = useGo();
  const [shown, setShown] = useState<Shown>('relations');
  const { data: claims, error } = useAnswer(
    ['claims', filter],
    (base) => base.claims(filter, { limit: 100_000 }),
    shown === 'claims',
  );
  if (error !== null) return <Problem error={error} />;
  return (
    <div className={classes['stage']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label="What the table lists"
          value={shown}
          onChange={(value) => setShown(SHOWN.find((known) => known === value) ?? 'relations')}
          data={[
            { value: 'relations', label: `Relations ${picture.relations.length}` },
            { value: 'entities', label: `Entities ${picture.entities.length}` },
            { value: 'claims', label: 'Claims' },
          ]}
        />
        {shown === 'claims' && (
          <Text size="xs" c="dimmed">
            {claims?.total ?? '…'} claims pass the filter, figures and statements among them
            {focus !== undefined && '; the focus does not narrow this list'}
          </Text>
        )}
      </div>
      {shown === 'relations' && (
        <VirtualTable
          label="Relations"
          rows={relations}
          keyOf={(relation) => relation.id}
          columns={[
            { title: 'Subject', width: '21%', cell: (r) => <EntityName entity={r.subject} /> },
            {
              title: 'Relation',
              width: '19%',
              cell: (r) => (
                <button
                  type="button"
                  className={classes['link']}
                  onClick={() => go((view) => select(view, { kind: 'relation', id: r.id }))}
                >
                  {r.typeLabel}
                </button>
              ),
            },
            {
              title: 'Object',
              width: '21%',
              cell: (r) => r.object !== undefined && <EntityName entity={r.object} />,
            },
            { title: 'Verdict', width: 'auto', cell: (r) => <VerdictMark relation={r} size="xs" /> },
            { title: 'Claims', width: '66px', cell: (r) => r.claims },
          ]}
        />
      )}
      {shown === 'entities' && (
        <VirtualTable
          label="Entities"
          rows={entities}
          keyOf={(entity) => entity.id}
          columns={[
            { title: 'Name', width: '42%', cell: (entity) => <EntityName entity={entity} /> },
            { title: 'Kind', width: '16%', cell: (entity) => entity.kind },
            { title: 'More', width: 'auto', cell: (entity) => entity.subkind },
            { title: 'In claims', width: '84px', cell: (entity) => entity.claims },
          ]}
        />
      )}
      {shown === 'claims' && claims !== undefined && (
        <VirtualTable
          label="Claims"
          rows={claims.items}
          keyOf={(view) => view.claim.id}
          columns={[
            { title: 'Speaker', width: '17%', cell: (view) => view.speaker.name },
            { title: 'Stance', width: '80px', cell: (view) => view.claim.stance },
            {
              title: 'Claim',
              width: 'auto',
              cell: (view) => <Sentence text={view.claim.summary} names={[...namesIn(view), view.speaker.name]} />,
            },
            { title: 'About', width: '17%', cell: (view) => <EntityName entity={view.subject} /> },
            { title: 'Source', width: '19%', cell: (view) => view.source.title },
          ]}
        />
      )}
    </div>
  );
}
