import type { Attribute } from '../../model/attributes.ts';
import type { EdtfDate } from '../../model/dates.ts';
import { showValue } from '../../model/issue.ts';
import type { KnownLoss } from '../format.ts';
import type { Limits } from '../limits.ts';
import { asAttribute } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { asTime, isBoundless } from './foreign-date.ts';
import type { ForeignTime, RecordPlace } from './records.ts';

export type Value = Attribute['value'];

const CUT_TEXT: KnownLoss = {
  field: 'attributes',
  why: 'half characters, unnamed attributes and numbers that are none are kept as text that stands for them',
  keptBy: 'none',
};

/** The value of the first attribute of a name. */
export function attributeValue(
  attributes: readonly Attribute[] | undefined,
  name: string | undefined,
): Value | undefined {
  if (attributes === undefined || name === undefined) return undefined;
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** A value as text; an empty one is none. */
export function textOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  return text.trim() === '' ? undefined : text;
}

/** A likely attribute that names a kind or type: a short text. */
export function guessed(attributes: readonly Attribute[] | undefined, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attributeValue(attributes, name);
    if (typeof value === 'string' && value.length <= 100 && value.trim() !== '') return value;
  }
  return undefined;
}

/** Whether a date holds all that a time of the format says, so that its text need not be kept beside it. */
function isExact({ at, start, end }: ForeignTime, date: EdtfDate): boolean {
  if (at !== undefined) return at === date;
  return date === (start === end ? start : `${start ?? ''}/${end ?? ''}`);
}

/** Keeps what a record says beyond the fields of the model, within the limits, and tells what it cannot. */
export class Keeper {
  readonly #limits: Limits;
  readonly #findings: Findings;

  constructor(limits: Limits, findings: Findings) {
    this.#limits = limits;
    this.#findings = findings;
  }

  /** The attributes of a record, after what else is kept of it; undefined where there are too many or too long ones. */
  attributes(
    given: readonly Attribute[] = [],
    kept: readonly Attribute[],
    key: string,
    place: RecordPlace | undefined,
  ): Attribute[] | undefined {
    const count = given.length + kept.length;
    if (count > this.#limits.attributes) {
      this.#tooMuch(key, `at most ${this.#limits.attributes} attributes`, String(count), place);
      return undefined;
    }
    // A list that grows has room for sixteen at its first, which half a million records would keep.
    const taken = kept.concat(given);
    for (let i = 0; i < count; i++) {
      const one = taken[i];
      if (one === undefined) continue;
      if (typeof one.value === 'string' && one.value.length > this.#limits.text) {
        this.#tooMuch(key, `texts of at most ${this.#limits.text} characters`, showValue(one.name), place);
        return undefined;
      }
      const attribute = asAttribute(one);
      if (attribute === one) continue;
      this.#findings.lose(CUT_TEXT);
      taken[i] = attribute;
    }
    return taken;
  }

  #tooMuch(key: string, expected: string, got: string, place: RecordPlace | undefined): void {
    const issue = {
      code: 'too-large',
      id: key.slice(0, 200),
      message: 'The record holds too much',
      expected,
      got,
    } as const;
    this.#findings.bad(issue, place);
  }

  /**
   * The date of a time of the mapping, else of the format. Of a time of the format that the date does not hold whole, the
   * text is added to `kept`; that of a mapping is an attribute already. What is no date is told.
   */
  time(
    mapped: ForeignTime,
    known: ForeignTime | undefined,
    kept: Attribute[],
    place: RecordPlace | undefined,
  ): EdtfDate | undefined {
    const isMapped = mapped.at !== undefined || mapped.start !== undefined || mapped.end !== undefined;
    if (!isMapped && known === undefined) return undefined;
    const time = isMapped ? mapped : (known ?? {});
    const date = asTime(time);
    if (date === undefined && !isBoundless(time)) this.#noDate(time, place);
    if (known !== undefined && (date === undefined || isMapped || !isExact(known, date))) {
      if (known.at !== undefined) kept.push({ name: 'when', value: known.at });
      if (known.start !== undefined) kept.push({ name: 'start', value: known.start });
      if (known.end !== undefined) kept.push({ name: 'end', value: known.end });
    }
    return date;
  }

  #noDate({ at, start, end }: ForeignTime, place: RecordPlace | undefined): void {
    const parts = [at, start, end].filter((part) => part !== undefined);
    this.#findings.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: 'The time is no date that is surely read, and was left an attribute',
        expected: 'an EDTF date such as 2025, 2025-05-14 or 2023/2024, or a timestamp',
        got: showValue(parts.join(' / ')),
      },
      place,
    );
  }
}
