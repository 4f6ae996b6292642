import type { Stance } from '../../model/claim.ts';
import { showValue } from '../../model/issue.ts';
import type { Findings } from './findings.ts';
import { MappedAttribute } from './mapped-attribute.ts';
import type { EdgeMapping } from './mapping.ts';
import type { ForeignWord, RecordPlace } from './records.ts';
import { foldStance } from './stance-words.ts';

const STANCES = ['asserts', 'denies', 'doubts'] as const;

/** The stances of a file by what its mapping says of the values of one attribute. */
export class MappedStance {
  readonly #attribute: MappedAttribute;
  readonly #meanings: ReadonlyMap<string, Stance>;
  readonly #findings: Findings;
  readonly #strange = new Set<string>();
  /** Records that say nothing of their stance, and the first of them. */
  #silent = 0;
  #firstSilent: RecordPlace | undefined;

  constructor(mapping: NonNullable<EdgeMapping['stance']>, findings: Findings) {
    this.#attribute = new MappedAttribute('edge.stance', mapping.attribute);
    this.#findings = findings;
    const meanings = new Map<string, Stance>();
    for (const stance of STANCES) {
      for (const value of mapping[stance]) {
        const folded = foldStance(value);
        if (!meanings.has(folded)) meanings.set(folded, stance);
      }
    }
    this.#meanings = meanings;
  }

  /** The stance of a record; undefined, and told as one that cannot be taken, where it has several. */
  of(word: ForeignWord): Stance | undefined {
    const text = this.#attribute.text(word);
    if (text === undefined) return this.#ofSilent(word);
    if (this.#attribute.hadSeveral) return this.#ofSeveral(word);
    return this.#meaningOf(text, word.place) ?? 'asserts';
  }

  #ofSeveral(word: ForeignWord): Stance | undefined {
    const texts = this.#attribute.texts(word);
    const [first, ...others] = new Set(texts.flatMap((text) => this.#meaningOf(text, word.place) ?? []));
    if (others.length === 0) return first ?? 'asserts';
    this.#findings.bad(
      {
        code: 'contradictory',
        id: (word.key ?? '').slice(0, 200),
        message: 'The record contradicts itself: it has several stances',
        expected: 'one stance',
        got: showValue(texts.join(', ')),
        remedy: 'Make a record for each of them',
      },
      word.place,
    );
    return undefined;
  }

  #ofSilent({ stance, place }: ForeignWord): Stance {
    const known = this.#meanings.get('') ?? stance;
    if (known !== undefined) return known;
    this.#silent++;
    this.#firstSilent ??= place ?? {};
    return 'asserts';
  }

  tell(names: () => ReadonlySet<string>, onlyForeign: boolean): void {
    const attribute = this.#attribute;
    // A slip in this name would make each denial an assertion.
    attribute.tellUnknown(this.#findings, names, onlyForeign ? 'error' : 'warning');
    if (attribute.isUnknown || this.#silent === 0) return;
    this.#findings.tell(
      {
        code: 'missing-field',
        severity: 'warning',
        message:
          `${this.#silent} ${this.#silent === 1 ? 'record has' : 'records have'} nothing in “${attribute.name}”, which ` +
          'the mapping takes for the stance: each was taken for “asserts”',
        remedy: 'Fill it in; or say in the mapping what nothing means, by "" among asserts, denies or doubts',
      },
      this.#firstSilent,
    );
  }

  /** What a value means; told, once for each value, where the mapping does not say it. */
  #meaningOf(text: string, place: RecordPlace | undefined): Stance | undefined {
    const stance = this.#meanings.get(foldStance(text));
    const value = text.trim();
    if (stance !== undefined || this.#strange.has(value)) return stance;
    this.#strange.add(value);
    this.#findings.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message:
          'The mapping does not say which stance this value means; a record without another was taken for “asserts”',
        got: showValue(value),
        remedy: 'Add it to asserts, denies or doubts in the mapping',
      },
      place,
    );
    return undefined;
  }
}
