import { Loader, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Problem } from '../inspector/problem.tsx';
import { useView } from '../state/use-view.ts';
import { MarkLegend } from './mark.tsx';
import classes from './matrix.module.css';
import { MatrixTable } from './matrix-table.tsx';
import { Narrowing } from './narrowing.tsx';
import { useDisputes, useMatrix } from './use-disputes.ts';

/** Who says what: origins by disputed relations. */
export function MatrixStage() {
  const { kind } = useView().disputes;
  const { data: matrix, error } = useMatrix();
  const { data: page } = useDisputes();
  const heading = useId();
  if (error !== null) return <Problem error={error} />;
  if (matrix === undefined) return <Loader size="sm" m="md" aria-label="Loading the matrix" />;
  const { columns, rows, total } = matrix;
  const others = (page?.items ?? []).filter(
    (dispute) => dispute.relation === undefined && (kind === undefined || dispute.kind === kind),
  ).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classes['stage']} tabIndex={0} aria-label="Who says what, scrolls" data-testid="matrix">
      <div className={classes['intro']}>
        <Title order={2} size="h4" id={heading}>
          {columns.length === 0
            ? 'Who says what'
            : `Who says what: ${rows.length} ${rows.length === 1 ? 'origin' : 'origins'} on ${columns.length} disputed ${columns.length === 1 ? 'relation' : 'relations'}`}
        </Title>
        <Narrowing />
        {columns.length === 0 ? (
          <Text size="sm">
            No disputed relation passes what is asked for here. That does not mean that everybody agrees.
          </Text>
        ) : (
          <Text size="sm" c="dimmed" className={classes['text']}>
            A row is one independent origin: a speaker with all who speak for it, or a document with all that draw on
            it. Everybody unnamed is one row. However often an origin says it, it counts once. Silence is neither
            agreement nor doubt.
          </Text>
        )}
        {(total > columns.length || others > 0) && (
          <Text size="sm" c="dimmed" className={classes['text']}>
            {total > columns.length && `${columns.length} of ${total} relations shown, the most contested ones. `}
            {others > 0 &&
              `${others} more ${others === 1 ? 'dispute is' : 'disputes are'} about a figure or about who did it: see the list of disputes.`}
          </Text>
        )}
        {columns.length > 0 && <MarkLegend />}
      </div>
      {columns.length > 0 && <MatrixTable matrix={matrix} labelledBy={heading} />}
    </section>
  );
}
