import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { nearest } from '../../model/nearest.ts';
import type { Findings } from './findings.ts';
import { foldName } from './fold-name.ts';
import type { Value } from './keep.ts';
import type { RecordPlace } from './records.ts';

/** Names that are listed in a finding. */
const MOST_LISTED = 12;

/** Whether one name is the start of the other, as “doc” is of “document”. */
function isShortFor(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

function isFilled(value: Value): boolean {
  return typeof value !== 'string' || (value !== '' && value.trim() !== '');
}

/** What a mapping is asked of: a node, or what a record says. */
export interface MappedRecord {
  readonly attributes?: readonly Attribute[] | undefined;
  readonly place?: RecordPlace | undefined;
  /** The words for which its format has a place of its own. */
  readonly label?: string | undefined;
  readonly kind?: string | undefined;
  readonly type?: string | undefined;
}

/** The word of a record's own that stands for an attribute of a name which it does not have. */
function ownWord(name: string, { label, kind, type }: MappedRecord): string | undefined {
  if (name === 'label') return label;
  return OWN_TYPE_NAMES.has(name) ? (kind ?? type) : undefined;
}

/** What formats call the word that says what a node is or what an edge says. */
export const OWN_TYPE_NAMES: ReadonlySet<string> = new Set(['kind', 'type']);

/** An attribute that the mapping names, and how the file went with it: a name that nothing has is a slip of the pen. */
export class MappedAttribute {
  /** The field of the mapping: `edge.speaker`. */
  readonly field: string;
  readonly name: string;
  /** Records that were asked for it, those of them that have something there, and those that have several values. */
  #asked = 0;
  #met = 0;
  #several = 0;
  #firstOfSeveral: RecordPlace | undefined;
  #hadSeveral = false;

  constructor(field: string, name: string) {
    this.field = field;
    this.name = name;
  }

  /** Whether records were asked for it and none has anything there. */
  get isUnknown(): boolean {
    return this.#asked > 0 && this.#met === 0;
  }

  /** Whether the record that was asked last has several values that differ. */
  get hadSeveral(): boolean {
    return this.#hadSeveral;
  }

  /**
   * The first value of a record that is not empty, else the record's own word of that name (GEXF's `kind`). Records that
   * have further ones are counted.
   */
  value(record: MappedRecord): Value | undefined {
    const { attributes = [], place } = record;
    this.#asked++;
    this.#hadSeveral = false;
    let found: Value | undefined;
    for (const { name, value } of attributes) {
      if (name !== this.name || !isFilled(value)) continue;
      if (found === undefined) found = value;
      else if (value !== found) {
        this.#hadSeveral = true;
        this.#several++;
        this.#firstOfSeveral ??= place ?? {};
        break;
      }
    }
    if (found === undefined) {
      const own = ownWord(this.name, record);
      if (own !== undefined && isFilled(own)) found = own;
    }
    if (found !== undefined) this.#met++;
    return found;
  }
  text(record: MappedRecord): string | undefined {
    const value = this.value(record);
    return value === undefined ? undefined : String(value);
  }
  /** All values of a record, for a field that takes several. */
  texts(record: MappedRecord): readonly string[] {
    const first = this.text(record);
    if (first === undefined) return [];
    if (!this.#hadSeveral) return [first];
    return (record.attributes ?? [])
      .filter(({ name, value }) => name === this.name && isFilled(value))
      .map(({ value }) => String(value));
  }

  /** Tells of a name that stands for nothing. `names` are the attributes that there are; only then it is asked for them. */
  tellUnknown(
    findings: Findings,
    namesOfFile: () => ReadonlySet<string>,
    severity: 'error' | 'warning' = 'warning',
  ): void {
    if (!this.isUnknown) return;
    const names = namesOfFile();
    const byFolded = new Map([...names].map((name) => [foldName(name), name]));
    const sought = foldName(this.name);
    const near = nearest(sought, byFolded.keys()) ?? [...byFolded.keys()].find((name) => isShortFor(name, sought));
    const likely = near === undefined ? undefined : byFolded.get(near);
    const isThere = names.has(this.name);
    const others = [...names].filter((name) => name !== likely && name !== this.name).slice(0, MOST_LISTED - 1);
    const listed = [...(likely === undefined || likely === this.name ? [] : [likely]), ...others].map(
      (name) => `“${name}”`,
    );
    findings.tell({
      code: 'unknown-field',
      severity,
      message:
        `The mapping takes “${this.name}” for ${this.field}, and no record has anything there` +
        (severity === 'error' ? ': what denies would be taken to assert' : ''),
      expected:
        listed.length === 0
          ? `${isThere ? 'another attribute' : 'attributes'}, of which these records have none`
          : `an attribute of the file, such as ${listed.join(', ')}`,
      got: `“${this.name}”`,
      remedy: isThere
        ? 'These records have nothing in it: take the line out, or fill it in'
        : likely === undefined
          ? 'Correct the name in the mapping, or take the line out'
          : `Write “${likely}” in the mapping, if it is meant`,
    });
  }

  /** Tells of records with several values, for a field that takes one. */
  tellSeveral(findings: Findings): void {
    if (this.#several === 0) return;
    findings.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message:
          `${this.#several} ${this.#several === 1 ? 'record has' : 'records have'} several values of “${this.name}”, ` +
          `which the mapping takes for ${this.field}: the first of each was taken, the others are attributes only`,
        remedy: 'Make a record for each of the values, if all count',
      },
      this.#firstOfSeveral,
    );
  }
}

/** More names than that are content, and not gone through. */
const MOST_NAMES = 10_000;

/** The names of the attributes that records have, but for that by which Ascribe tells records apart. */
export function namesOf(records: Iterable<{ readonly attributes?: readonly Attribute[] | undefined }>): Set<string> {
  const names = new Set<string>();
  for (const { attributes = [] } of records) {
    for (const { name } of attributes) if (name !== KEY_ATTRIBUTE) names.add(name);
    if (names.size >= MOST_NAMES) break;
  }
  return names;
}
