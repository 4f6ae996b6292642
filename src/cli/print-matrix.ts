import type { Mark } from '../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_WORDS } from '../knowledge/words.ts';
import { printMore, printWeights, relationLine } from './describe.ts';
import type { MatrixReport } from './disputes.ts';
import type { Session } from './session.ts';

const NOBODY = 'No relation is in dispute here. (Figures are no relations: ascribe figures lists them.)';

/** Origins by relations in dispute: who says what. What is not counted stands indented under its origin. */
export function printMatrix({ total, matrix, weights }: MatrixReport, session: Session): void {
  const { out } = session;
  const { dim } = out.colours;
  if (matrix.columns.length === 0) {
    out.line(NOBODY);
    return;
  }
  const cells = (marks: readonly (Mark | null)[]): string[] => marks.map((mark) => mark ?? '');
  out.table(
    ['origin', ...matrix.columns.map((_, i) => String(i + 1))],
    matrix.rows.flatMap(({ label, marks, repeats }) => [
      [label, ...cells(marks)],
      ...repeats.map(({ speaker, source, marks: again }) =>
        [`↳ not counted: ${speaker} (${source.id})`, ...cells(again)].map((cell) => (cell === '' ? '' : dim(cell))),
      ),
    ]),
    0,
  );
  out.line();
  out.line('+ asserts, − denies, ? doubts, × asserts what excludes it, ± said both; blank: says nothing of it.');
  out.heading('Columns, most contested first');
  matrix.columns.forEach(({ relation, kind }, i) => {
    out.line(`${i + 1}. ${DISPUTE_KIND_WORDS[kind]}: ${relationLine(relation, out.colours)}`, 2);
    out.line(dim(relation.id), 4);
  });
  printMore(matrix.columns.length, total, session);
  printWeights(weights, session);
}
