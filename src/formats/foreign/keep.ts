import { type Attribute, KEY_ATTRIBUTE, LONGEST_ATTRIBUTE, MOST_ATTRIBUTES } from '../../model/attributes.ts';
import type { EdtfDate } from '../../model/dates.ts';
import { showValue } from '../../model/issue.ts';
import type { KnownLoss } from '../format.ts';
import type { Limits } from '../limits.ts';
import { asAttribute } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { asTime, isBoundless } from './foreign-date.ts';
import { idText } from './foreign-id.ts';
import { inParts } from './in-parts.ts';
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
    // More than that no record can hold, whatever a reader may take.
    const [attributes, text] = [Math.min(limits.attributes, MOST_ATTRIBUTES), Math.min(limits.text, LONGEST_ATTRIBUTE)];
    this.#limits = { ...limits, attributes, text };
    this.#findings = findings;
  }

  /**
   * The attributes of a record, after what else is kept of it. A text that is longer than one may be stands in parts.
   * Undefined, and told, where there are too many; `room` is how many may yet be added.
   */
  attributes(
    given: readonly Attribute[] = [],
    kept: readonly Attribute[],
    key: string,
    place: RecordPlace | undefined,
    room = 0,
  ): Attribute[] | undefined {
    const most = this.#limits.attributes - room;
    const count = given.length + kept.length;
    if (count > most) {
      this.#tooMuch(key, most, count, place);
      return undefined;
    }
    let hasLong = false;
    // A list that grows has room for sixteen at its first, which half a million records would keep.
    const taken = kept.concat(given);
    for (let i = 0; i < count; i++) {
      const one = taken[i];
      if (one === undefined) continue;
      if (typeof one.value === 'string' && one.value.length > this.#limits.text) hasLong = true;
      const attribute = asAttribute(one);
      if (attribute === one) continue;
      this.#findings.lose(CUT_TEXT);
      taken[i] = attribute;
    }
    if (!hasLong) return taken;
    const whole = taken.flatMap((attribute) => inParts(attribute, this.#limits.text));
    if (whole.length <= most) return whole;
    this.#tooMuch(key, most, whole.length, place);
    return undefined;
  }

  /**
   * Whether all that a record says has room among its attributes, whichever of its texts will be there as well; told where
   * it has not.
   */
  hasRoom(
    given: readonly Attribute[] = [],
    texts: readonly (string | undefined)[],
    key: string,
    place: RecordPlace | undefined,
  ): boolean {
    let count = 0;
    for (const value of [...texts, ...given.map((attribute) => attribute.value)]) {
      // Between whole characters a part may be a unit shorter than it might be.
      count += typeof value === 'string' ? Math.ceil(value.length / Math.max(1, this.#limits.text - 1)) : 1;
    }
    if (count <= this.#limits.attributes) return true;
    this.#tooMuch(key, this.#limits.attributes, count, place);
    return false;
  }

  /** How the key is kept by which claims of one content are told apart: one that is too long as an id, and whole beside it. */
  key(key: string): Attribute[] {
    const whole = { name: KEY_ATTRIBUTE, value: key };
    return key.length <= this.#limits.text ? [whole] : [{ name: KEY_ATTRIBUTE, value: idText(key) }, whole];
  }

  #tooMuch(key: string, most: number, count: number, place: RecordPlace | undefined): void {
    const issue = {
      code: 'too-large',
      id: key.slice(0, 200),
      message: 'The record holds too much',
      expected: `at most ${most} attributes of at most ${this.#limits.text} characters each`,
      got: String(count),
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
