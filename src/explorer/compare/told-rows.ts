import { OUTCOMES, type Outcome } from '../../evidence/compare.ts';
import { POSITIONS, type Position } from '../../evidence/perspective.ts';
import type {
  Comparison,
  FigureOutcome,
  FigureView,
  Mark,
  Perspective,
  RelationSummary,
} from '../../knowledge/knowledge-base.ts';
import { OUTCOME_WORDS, POSITION_WORDS } from '../../knowledge/words.ts';

/** What one side says of something: its mark, and words or values. */
export interface Said {
  readonly side: 'p' | 'q';
  readonly mark: Mark | undefined;
  readonly text: string;
}

/** One thing of which somebody speaks: a relation, or a figure. */
export type ToldRow = {
  readonly id: string;
  readonly title: string;
  /** Absent where a heading says it already. */
  readonly said: readonly Said[];
  /** How far two opinions pull apart; only where they contradict each other. */
  readonly conflict?: number;
  /** Why it stands where it does, where the words of the sides do not show it. */
  readonly note?: string;
} & (
  | { readonly relation: RelationSummary; readonly figure?: never }
  | { readonly figure: FigureView; readonly relation?: never }
);

export interface ToldGroup {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly ToldRow[];
  /** Which outcome or position its lines on the graph have. */
  readonly outcome?: Outcome;
  readonly position?: Exclude<Position, 'silent'>;
}

/** The same signs as in the matrix of who says what. */
export const POSITION_MARKS: Readonly<Record<Position, Mark | undefined>> = {
  asserts: '+',
  denies: '−',
  doubts: '?',
  excludes: '×',
  changed: '±',
  divided: '±',
  silent: undefined,
};

const FIGURES = 'Figures';

export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function spoken(side: Said['side'], position: Position): Said {
  return { side, mark: POSITION_MARKS[position], text: POSITION_WORDS[position] };
}

function valued(side: Said['side'], values: readonly string[]): Said[] {
  return values.length === 0 ? [] : [{ side, mark: undefined, text: values.join(' · ') }];
}

function filled(groups: readonly ToldGroup[]): ToldGroup[] {
  return groups.filter((group) => group.rows.length > 0);
}

/** What one telling says, by how it says it; figures last. */
export function groupsOfOne({ relations, figures }: Pick<Perspective, 'relations' | 'figures'>): ToldGroup[] {
  return filled([
    ...POSITIONS.map((position) => ({
      key: position,
      heading: capital(POSITION_WORDS[position]),
      position,
      rows: relations
        .filter((told) => told.position === position)
        .map(({ relation }) => ({ id: relation.id, title: relation.proposition, said: [], relation })),
    })),
    {
      key: 'figures',
      heading: FIGURES,
      rows: figures.map((figure) => ({
        id: figure.id,
        title: figure.title,
        said: valued(
          'p',
          figure.rows.map((row) => row.text),
        ),
        figure,
      })),
    },
  ]);
}

/** What only one side of a comparison speaks of, by how it speaks. */
function onlyOf(comparison: Comparison, side: 'p' | 'q'): ToldGroup[] {
  const outcome = side === 'p' ? 'only-p' : 'only-q';
  const relations = comparison.relations.filter((one) => one.outcome === outcome);
  return filled([
    ...POSITIONS.map((position) => ({
      key: position,
      heading: capital(POSITION_WORDS[position]),
      rows: relations
        .filter((one) => one[side] === position)
        .map(({ relation }) => ({ id: relation.id, title: relation.proposition, said: [], relation })),
    })),
    {
      key: 'figures',
      heading: FIGURES,
      rows: comparison.figures
        .filter((one) => one.outcome === outcome)
        .map((one) => ({
          id: one.figure.id,
          title: one.figure.title,
          said: valued(side, one[side]),
          figure: one.figure,
        })),
    },
  ]);
}

/** What both speak of: contradictions first, numbers that cannot both hold among them. */
function bothOf({ relations, figures }: Comparison): ToldGroup[] {
  const figuresOf = (outcome: FigureOutcome): ToldRow[] =>
    figures
      .filter((one) => one.outcome === outcome)
      .map(({ figure, p, q }) => ({
        id: figure.id,
        title: figure.title,
        said: [...valued('p', p), ...valued('q', q)],
        figure,
        ...(outcome === 'figures-disjoint' ? { note: OUTCOME_WORDS[outcome] } : {}),
      }));
  return filled([
    ...OUTCOMES.filter((outcome) => outcome !== 'only-p' && outcome !== 'only-q').map((outcome) => ({
      key: outcome,
      heading: capital(OUTCOME_WORDS[outcome]),
      outcome,
      rows: [
        ...relations
          .filter((one) => one.outcome === outcome)
          .map(({ relation, p, q, conflict }) => ({
            id: relation.id,
            title: relation.proposition,
            said: [spoken('p', p), spoken('q', q)],
            relation,
            ...(outcome === 'contradict' ? { conflict } : {}),
          })),
        ...(outcome === 'contradict' ? figuresOf('figures-disjoint') : []),
      ],
    })),
    { key: 'figures-agree', heading: capital(OUTCOME_WORDS['figures-agree']), rows: figuresOf('figures-agree') },
  ]);
}

/** A comparison in three columns. */
export function groupsOfTwo(comparison: Comparison): Readonly<Record<'p' | 'both' | 'q', readonly ToldGroup[]>> {
  return { p: onlyOf(comparison, 'p'), both: bothOf(comparison), q: onlyOf(comparison, 'q') };
}

export function countRows(groups: readonly ToldGroup[]): number {
  return groups.reduce((sum, group) => sum + group.rows.length, 0);
}

/** Keeps the rows in whose words a text occurs. */
export function findRows(groups: readonly ToldGroup[], text: string): readonly ToldGroup[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return groups;
  return filled(
    groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.title.toLowerCase().includes(wanted)) })),
  );
}
