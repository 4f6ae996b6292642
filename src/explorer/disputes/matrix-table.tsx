import { Fragment } from 'react';
import type { Mark, Matrix } from '../../knowledge/knowledge-base.ts';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { MARK_WORDS, MarkSign } from './mark.tsx';
import classes from './matrix.module.css';
import { OriginName } from './origin-name.tsx';

interface CellsProps {
  readonly columns: Matrix['columns'];
  readonly marks: readonly (Mark | null)[];
  readonly counted?: boolean;
}

function Cells({ columns, marks, counted = true }: CellsProps) {
  const go = useGo();
  const { selection } = useView();
  return columns.map(({ relation }, i) => {
    const mark = marks[i] ?? null;
    return (
      <td key={relation.id} data-selected={selection?.id === relation.id || undefined}>
        {mark !== null && (
          // The heading of the column opens the same by keyboard: a stop in each cell would make the table endless.
          <button
            type="button"
            tabIndex={-1}
            className={classes['cell']}
            aria-label={`${MARK_WORDS[mark]}${counted ? '' : ', not counted'}: ${relation.proposition}`}
            onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
          >
            <MarkSign mark={mark} counted={counted} />
          </button>
        )}
      </td>
    );
  });
}

/** As wide as columns need to be read, wider where there is room, and never stretched over an empty page. */
function tableWidth(columns: number): string {
  const least = `calc(var(--first) + ${columns} * var(--least))`;
  return `max(${least}, min(100cqi, calc(var(--first) + ${columns * 16}rem)))`;
}

/** Origins by disputed relations. Words that are not counted stand greyed under the origin that they repeat. */
export function MatrixTable({ matrix, labelledBy }: { matrix: Matrix; labelledBy: string }) {
  const go = useGo();
  const { selection } = useView();
  const { columns, rows } = matrix;
  return (
    <table
      aria-labelledby={labelledBy}
      className={classes['table']}
      style={{ width: tableWidth(columns.length) }}
      data-testid="matrix-table"
    >
      <thead>
        <tr>
          <th scope="col" className={classes['corner']}>
            Independent origin
          </th>
          {columns.map(({ relation }) => (
            <th key={relation.id} scope="col" data-selected={selection?.id === relation.id || undefined}>
              <button
                type="button"
                className={classes['heading']}
                title={`${relation.proposition}: ${relation.verdictText}`}
                aria-current={selection?.id === relation.id || undefined}
                onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
              >
                <span className={classes['proposition']}>
                  <Sentence text={relation.proposition} names={namesIn(relation)} />
                </span>
                <span className={classes['verdict']}>
                  <VerdictMark relation={relation} size="xs" />
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.origin}>
            <tr>
              <th scope="row" className={classes['origin']}>
                <OriginName row={row} />
              </th>
              <Cells columns={columns} marks={row.marks} />
            </tr>
            {row.repeats.map((repeat) => (
              <tr key={`${repeat.speaker}~${repeat.source.id}`} className={classes['again']}>
                <th scope="row" className={classes['origin']}>
                  <span className={classes['clamped']} title={`${repeat.speaker}, in ${repeat.source.title}`}>
                    not counted: <bdi>{repeat.speaker}</bdi>, in <bdi>{repeat.source.title}</bdi>
                  </span>
                </th>
                <Cells columns={columns} marks={repeat.marks} counted={false} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
