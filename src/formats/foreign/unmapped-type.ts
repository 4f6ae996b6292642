import type { Attribute } from '../../model/attributes.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Findings } from './findings.ts';
import { LikelyAttribute } from './likely-attribute.ts';
import { MOST_TYPES, RELATED } from './made-types.ts';
import type { RecordPlace } from './records.ts';
import { isNoType, LIKELY_TYPE_NAMES } from './type-names.ts';

/** An attribute that is called like one of types. */
interface Tally {
  /** Edges of which it seems to say what they are, and the first of them. */
  count: number;
  readonly place: RecordPlace | undefined;
  readonly values: Set<string>;
}

/**
 * Looks at what no mapping says: whether an attribute plainly says what the edges are that have no type, or only a label. All of them
 * would be one relation, so that the person is told, once, how to map it.
 */
export class UnmappedType {
  readonly #likely: LikelyAttribute;
  /** By the name of the attribute; of the few names that fold to a likely one. */
  readonly #tallies = new Map<string, Tally>();
  #edges = 0;

  /** `isTaken` tells of which attributes the mapping says something else. */
  constructor(isTaken: (name: string) => boolean) {
    this.#likely = new LikelyAttribute(
      LIKELY_TYPE_NAMES,
      ({ name, value }, folded) => isTaken(name) || isNoType(value, folded),
    );
  }

  see(attributes: readonly Attribute[], place: RecordPlace | undefined): void {
    this.#edges++;
    const found = this.#likely.of(attributes);
    if (found === undefined) return;
    const tally = this.#tallies.get(found.name) ?? { count: 0, place, values: new Set() };
    tally.count++;
    if (tally.values.size <= MOST_TYPES) tally.values.add(String(found.value));
    if (tally.count === 1 && this.#tallies.size < MOST_TYPES) this.#tallies.set(found.name, tally);
  }

  tell(findings: Findings): void {
    // More values than that are no types, in whichever way they were told.
    const types = [...this.#tallies].filter(([, { values }]) => values.size <= MOST_TYPES);
    const [first] = types.toSorted(([one, a], [other, b]) => b.count - a.count || byCodePoint(one, other));
    if (first === undefined) return;
    const [name, { count, place }] = first;
    findings.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message:
          `The attribute “${name}” seems to say what the edges are (${count} of ${this.#edges} that are “${RELATED}” or ` +
          'have a label alone), and no mapping says so: it was left an attribute',
        remedy: `If it does, put into the mapping, within "edge": "type": ${JSON.stringify(name)}`,
      },
      place,
    );
  }
}
