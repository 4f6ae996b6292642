import { z } from 'zod';

/** The name of a column. Letters count the same in any case, since editions differ in them. */
const Column = z.string().min(1).max(300);
/** A text in which `{column}` stands for a cell. Where a cell is empty the whole text is. */
const Template = z.string().min(1).max(1000);
/** A regular expression. */
const Pattern = z.string().refine(isPattern, { error: 'a regular expression' });
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/u);

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const Reads = z.strictObject({ asserts: z.string(), denies: z.string(), doubts: z.string() });

/**
 * When an event happened. `between`: on some day from `start` to `end`; that is no duration. `on`: on the day of `column`,
 * as exactly as the value of `precision` says (`about` the day, its `month`, its `year`; the day for any other value). `year`
 * is the column that has its year alone.
 */
const When = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('between'), start: Column, end: Column }),
  z.strictObject({
    form: z.literal('on'),
    column: Column,
    year: Column.optional(),
    precision: z
      .strictObject({ column: Column, values: z.record(z.string(), z.enum(['about', 'month', 'year'])) })
      .optional(),
  }),
]);

/** Who took part. A cell that lists several has a separator. */
const Actor = z.strictObject({
  name: Column,
  /**
   * The column of its id in the data set, or several that are its id together; its name where there is none. A code under
   * which different people go is no id by itself.
   */
  key: z.union([Column, z.array(Column).min(1)]).optional(),
  /** Columns of which one at least is filled for somebody in particular. Where all are empty, only the sort is known. */
  particular: z.array(Column).min(1).optional(),
  separator: z.string().min(1).optional(),
  relation: Id,
  /** Another relation, where a column has a certain value. */
  unless: z.strictObject({ column: Column, value: z.string(), relation: Id }).optional(),
});

const Figure = z.strictObject({
  measure: Id,
  /** What was counted. */
  of: Template.optional(),
  min: Column,
  max: Column,
  /** Leaves a zero out: it stands in most rows, and in the row's own attributes anyway. */
  zero: z.boolean().default(true),
});

/** The documents that a row rests on. */
const Documents = z.strictObject({
  column: Column,
  /** Between two of them. One inside quotation marks does not count. */
  separator: z.string().min(1).optional(),
  /** `outlet`: the name of a publisher. `address`: a web address. `article`: publisher, date and headline, if it is so. */
  form: z.enum(['outlet', 'address', 'article']),
});

/**
 * How the rows of an event table become claims, as data that can be saved. Each row is an event; whoever keeps the data set
 * speaks, in one edition of it; the documents that the row names are what that row's source takes its word from.
 */
export const EventMapping = z.strictObject({
  version: z.literal(1),
  id: Id,
  label: z.string(),
  help: z.string(),
  /** The data set. All its editions have one publisher, and so are one origin (EVIDENCE E6). */
  dataset: z.strictObject({ title: z.string(), publisher: z.string(), speaker: Id, reason: z.string().optional() }),
  /** What a file's name says of the edition; `$1` stands for the first group. */
  edition: z.strictObject({ pattern: Pattern, name: z.string(), published: z.string().optional() }).optional(),
  /** Columns by which the table is known. */
  required: z.array(Column).min(2),
  /** What else editions call a column, by the name that this mapping has for it. */
  otherNames: z.record(z.string(), z.array(Column)).default({}),
  /** The columns of files without a header: one list for each number of columns. */
  headerless: z.array(z.array(Column)).default([]),
  /** How files without a header are written; found out where absent. */
  dialect: z.strictObject({ delimiter: z.string().length(1), quotes: z.boolean() }).optional(),
  /** Other tables of the data set, without a header: known by the number of their cells and how the first ones look. */
  siblings: z
    .array(z.strictObject({ label: z.string(), cells: z.int(), begins: z.array(Pattern).min(1), remedy: z.string() }))
    .default([]),
  /** What stands in a cell that holds nothing. */
  empty: z.array(z.string()).default([]),
  event: z.strictObject({
    key: Column,
    /** The first of them of which no cell is empty. */
    name: z.array(Template).min(1),
    summary: Column.optional(),
    /** What it is classed as: the first of which no cell is empty. */
    classed: z.array(Template).min(1),
    /** Words for the values of a column within these templates. */
    words: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  }),
  when: When,
  /** When the row was written or last changed: a day, or seconds since 1970. */
  said: Column.optional(),
  actors: z.array(Actor),
  /** How the names begin of actors of whom only the sort is known: "Unidentified". Two of one name may be two. */
  unidentified: z.string().min(1).optional(),
  place: z
    .strictObject({
      /** From the smallest to the largest. */
      columns: z.array(Column).min(1),
      /** The smallest of the columns that is known for a value of a column. */
      precision: z
        .strictObject({
          column: Column,
          values: z.record(z.string(), Column),
          /** Values for which the smallest is not the place itself, but a point near it; and the relation of that. */
          near: z.strictObject({ values: z.array(z.string()).min(1), relation: Id }).optional(),
        })
        .optional(),
    })
    .optional(),
  figures: z.array(Figure).default([]),
  documents: Documents.optional(),
  /** What the mapping brings of an ontology. */
  relations: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      inverse: z.string(),
      description: z.string().optional(),
      reads: Reads,
    }),
  ),
  measures: z.array(z.strictObject({ id: Id, label: z.string() })).default([]),
});
export type EventMapping = z.infer<typeof EventMapping>;
