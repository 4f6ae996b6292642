import type { Attribute } from '../../model/attributes.ts';
import type { Findings } from './findings.ts';
import { foldName } from './fold-name.ts';
import type { RecordPlace } from './records.ts';
import { isPlainDenial, STANCE_NAMES, stanceMapping } from './stance-words.ts';

/** An attribute that is called like one of stances. */
interface Tally {
  readonly name: string;
  readonly folded: string;
  readonly counts: Map<string, number>;
  /** Records in which it says something. */
  filled: number;
  /** The first record that denies or doubts by it. */
  place: RecordPlace | undefined;
}

/** Words of a stance are few: an attribute of more values is a text. */
const MOST_VALUES = 50;
/** A file with more names of attributes names them by their content. */
const MOST_NAMES = 1000;

/**
 * Looks at what no mapping says: whether an attribute of the edges plainly holds stances. It would make each denial an
 * assertion, so that the person is told, once, how to map it.
 */
export class UnmappedStance {
  /** By the name of an attribute; undefined where it is none of stances. */
  readonly #tallies = new Map<string, Tally | undefined>();

  see(attributes: readonly Attribute[], place: RecordPlace | undefined): void {
    for (const { name, value } of attributes) {
      const tally = this.#tallies.get(name);
      if (tally !== undefined) count(tally, String(value), place);
      else if (!this.#tallies.has(name)) this.#begin(name, String(value), place);
    }
  }

  #begin(name: string, value: string, place: RecordPlace | undefined): void {
    if (this.#tallies.size >= MOST_NAMES) return;
    const folded = foldName(name);
    const tally = STANCE_NAMES.includes(folded)
      ? { name, folded, counts: new Map(), filled: 0, place: undefined }
      : undefined;
    this.#tallies.set(name, tally);
    if (tally !== undefined) count(tally, value, place);
  }

  tell(findings: Findings): void {
    const tallies = [...this.#tallies.values()].flatMap((tally) => (tally?.place === undefined ? [] : tally));
    const [plainest] = tallies.toSorted((a, b) => STANCE_NAMES.indexOf(a.folded) - STANCE_NAMES.indexOf(b.folded));
    if (plainest === undefined) return;
    const { name, counts, filled, place } = plainest;
    const mapping = stanceMapping(name, counts.keys());
    if (mapping === undefined) return;
    const { asserts, denies, doubts } = mapping;
    const sum = (values: readonly string[]): number => values.reduce((all, one) => all + (counts.get(one) ?? 0), 0);
    // Most of what it says are stances, or else it says something other.
    if (2 * sum([...asserts, ...denies, ...doubts]) < filled) return;
    findings.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message:
          `The attribute “${name}” seems to hold stances (it denies or doubts in ${sum([...denies, ...doubts])} of ` +
          `${filled} records), and no mapping says so: all were taken for “asserts”`,
        remedy: `If it does, put into the mapping, within "edge": "stance": ${JSON.stringify(mapping)}`,
      },
      place,
    );
  }
}

function count(tally: Tally, text: string, place: RecordPlace | undefined): void {
  const value = text.trim().toLowerCase();
  if (value === '') return;
  tally.filled++;
  const known = tally.counts.get(value);
  if (known !== undefined) tally.counts.set(value, known + 1);
  else if (tally.counts.size < MOST_VALUES) {
    tally.counts.set(value, 1);
    if (tally.place === undefined && isPlainDenial(tally.folded, value)) tally.place = place ?? {};
  }
}
