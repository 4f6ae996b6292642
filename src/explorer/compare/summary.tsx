import { Text } from '@mantine/core';
import { OUTCOMES, type Outcome } from '../../evidence/compare.ts';
import { POSITIONS } from '../../evidence/perspective.ts';
import type { Comparison, FigureOutcome, Perspective } from '../../knowledge/knowledge-base.ts';
import { OUTCOME_WORDS, POSITION_WORDS } from '../../knowledge/words.ts';
import type { OverlayLine } from '../stage/overlay.ts';
import { LineMark } from './line-mark.tsx';
import { shortName, sideName } from './side-name.ts';
import classes from './summary.module.css';
import { OUTCOME_LINES, POSITION_LINES } from './telling-lines.ts';
import { capital } from './told-rows.ts';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly line?: OverlayLine;
  readonly counts: readonly (number | undefined)[];
}

interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

function CountTable({ label, columns, rows }: TableProps) {
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label: heading, line, counts }) => (
          <tr key={key} data-none={counts.every((count) => count === undefined || count === 0) || undefined}>
            <th scope="row">
              <span className={classes['label']}>
                {line === undefined ? <span className={classes['space']} /> : <LineMark line={line} />}
                <bdi>{heading}</bdi>
              </span>
            </th>
            {counts.map((count, i) => (
              <td key={columns[i]}>{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which outcome of figures is counted beside which of relations. */
const FIGURES_BESIDE: Readonly<Partial<Record<Outcome, FigureOutcome>>> = {
  contradict: 'figures-disjoint',
  agree: 'figures-agree',
  'only-p': 'only-p',
  'only-q': 'only-q',
};

/** How often two agree, oppose each other, or one is silent. */
export function ComparisonSummary({ comparison }: { comparison: Comparison }) {
  const count = (of: readonly { readonly outcome: string }[], outcome: string): number =>
    of.filter((one) => one.outcome === outcome).length;
  const labels: Readonly<Partial<Record<Outcome, string>>> = {
    'only-p': `Only ${shortName(sideName(comparison.p), 40)}`,
    'only-q': `Only ${shortName(sideName(comparison.q), 40)}`,
  };
  return (
    <div data-testid="compare-summary">
      <CountTable
        label="How what the two say stands to each other"
        columns={['Relations', 'Figures']}
        rows={OUTCOMES.map((outcome) => {
          const beside = FIGURES_BESIDE[outcome];
          return {
            key: outcome,
            label: labels[outcome] ?? capital(OUTCOME_WORDS[outcome]),
            line: OUTCOME_LINES[outcome],
            counts: [
              count(comparison.relations, outcome),
              beside === undefined ? undefined : count(comparison.figures, beside),
            ],
          };
        })}
      />
      <Text size="xs" c="dimmed" mt={4}>
        Figures contradict each other where the numbers cannot both hold, and stand beside “both assert it” where they
        can. The graph draws relations between two; what is said of one alone, and figures, are in the columns.
      </Text>
    </div>
  );
}

/** How often one asserts, denies, doubts; and of how much it says nothing. */
export function PerspectiveSummary({ perspective }: { perspective: Perspective }) {
  const { counts, figures } = perspective;
  const spoken = POSITIONS.filter(
    // That nothing is denied is worth saying; that nobody changed their word is not.
    (position) => counts[position] > 0 || position === 'asserts' || position === 'denies' || position === 'doubts',
  );
  return (
    <div data-testid="compare-summary">
      <CountTable
        label="What it says"
        columns={['Relations']}
        rows={[
          ...spoken.map((position) => ({
            key: position,
            label: capital(POSITION_WORDS[position]),
            line: POSITION_LINES[position],
            counts: [counts[position]],
          })),
          { key: 'silent', label: capital(POSITION_WORDS.silent), counts: [counts.silent] },
        ]}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {figures.length === 0
          ? 'It gives no figures. '
          : `It gives ${figures.length} ${figures.length === 1 ? 'figure' : 'figures'}. `}
        The graph draws relations between two; what is said of one alone, and figures, are in the list.
      </Text>
    </div>
  );
}
