import type { Attribute } from '../../model/attributes.ts';
import type { ClaimDraft, Stance } from '../../model/claim.ts';
import { Hedge } from '../../model/grades.ts';
import { showValue } from '../../model/issue.ts';
import type { KnownLoss } from '../format.ts';
import { asProse } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { timeIn } from './foreign-date.ts';
import { gradeOf, hasDecimalComma, isSlight } from './grade-of.ts';
import { textOf, type Value } from './keep.ts';
import { LikelyAttribute } from './likely-attribute.ts';
import { MappedAttribute, OWN_TYPE_NAMES } from './mapped-attribute.ts';
import { MappedStance } from './mapped-stance.ts';
import { type ConfidenceScale, EdgeMapping } from './mapping.ts';
import type { ForeignEdge, ForeignWord, RecordPlace } from './records.ts';
import { isNoType, TYPE_NAMES } from './type-names.ts';
import { UnmappedStance } from './unmapped-stance.ts';
import { UnmappedType } from './unmapped-type.ts';

const CAPPED: KnownLoss = {
  field: 'confidence',
  why: 'a claim’s confidence is 0.95 at most (EVIDENCE E4); the number of the file stays as an attribute',
  keptBy: 'none',
};
const MOST_CONFIDENCE = 0.95;

/** Fields of a mapping that name one attribute and nothing else. */
type PlainField = Exclude<keyof EdgeMapping, 'confidence' | 'stance'>;
const PLAIN_FIELDS: readonly PlainField[] = EdgeMapping.keyof().exclude(['confidence', 'stance']).options;

/** Fields that a type may stand in as well: it is no other thing that is said there. */
const TEXTS: ReadonlySet<PlainField> = new Set<PlainField>(['type', 'summary', 'note']);
/** Names of a type, folded, that are only how an edge is called where another attribute says what it is. */
const LABELS: readonly string[] = ['label', 'edgelabel'];

/** How many records something is true of, and where the first of them stands. */
class Counted {
  count = 0;
  first: RecordPlace = {};

  add(place: RecordPlace = {}): void {
    if (this.count++ === 0) this.first = place;
  }
}

/** What a record says of how its claim is made: by the mapping, else as its format has it. */
export class ClaimWords {
  readonly #file: string;
  readonly #findings: Findings;
  readonly #fields: { readonly [Field in PlainField]?: MappedAttribute };
  readonly #grade: { readonly attribute: MappedAttribute; readonly scale: ConfidenceScale } | undefined;
  readonly #stance: MappedStance | undefined;
  /** Attributes that say something other than what an edge is: of these no type is guessed. */
  readonly #taken: ReadonlySet<string>;
  readonly #likelyType = new LikelyAttribute(
    TYPE_NAMES,
    ({ name, value }, folded) => this.#taken.has(name) || isNoType(value, folded),
  );
  /** Undefined where the mapping says which attribute is the type. */
  readonly #unmappedType: UnmappedType | undefined;
  readonly #unmappedStance = new UnmappedStance();
  /** Grades that have a comma as their decimal point, and the first of them. */
  readonly #commas = new Counted();
  /** Bare numbers between nothing and one on the scale of percentages. */
  readonly #slight = new Counted();

  constructor(file: string, mapping: EdgeMapping, findings: Findings) {
    this.#file = file;
    this.#findings = findings;
    this.#fields = Object.fromEntries(
      PLAIN_FIELDS.flatMap((field) => {
        const name = mapping[field];
        return name === undefined ? [] : [[field, new MappedAttribute(`edge.${field}`, name)]];
      }),
    );
    const { confidence, stance } = mapping;
    this.#grade = confidence && {
      attribute: new MappedAttribute('edge.confidence', confidence.attribute),
      scale: confidence.scale,
    };
    this.#stance = stance && new MappedStance(stance, findings);
    const taken = PLAIN_FIELDS.filter((field) => !TEXTS.has(field)).map((field) => mapping[field]);
    this.#taken = new Set([...taken, confidence?.attribute, stance?.attribute].filter((name) => name !== undefined));
    const { summary, note } = mapping;
    if (mapping.type === undefined) {
      this.#unmappedType = new UnmappedType((name) => this.#taken.has(name) || name === summary || name === note);
    }
  }

  /** The type that the mapping or the format tells; undefined where neither does. */
  toldType(edge: ForeignEdge): string | undefined {
    const mapped = this.mapped(edge, 'type');
    if (mapped !== undefined) return mapped;
    return this.#taken.size > 0 && this.#isTypeTaken(edge) ? undefined : textOf(edge.type);
  }

  /** A type by an attribute of a likely name that says nothing else. */
  guessedType({ attributes = [], place }: ForeignEdge): string | undefined {
    const found = this.#likelyType.of(attributes);
    const name = found === undefined ? undefined : this.#likelyType.nameOf(found);
    if (name === undefined || LABELS.includes(name)) this.#unmappedType?.see(attributes, place);
    return textOf(found?.value);
  }

  /** Whether the mapping takes the word that is the edge's type for something else: a word that denies is no type beside it. */
  #isTypeTaken({ type, attributes = [] }: ForeignEdge): boolean {
    for (const name of this.#taken) {
      const there = attributes.filter((one) => one.name === name);
      // The format's own word stands for an attribute that is not there; or the format takes it from this attribute.
      if (there.length === 0 ? OWN_TYPE_NAMES.has(name) : there.some(({ value }) => value === type)) return true;
    }
    return false;
  }

  /** The text of a field that the mapping names. */
  mapped(word: ForeignWord, field: PlainField): string | undefined {
    const attribute = this.#fields[field];
    const text = attribute?.text(word);
    if (attribute === undefined || text === undefined || field !== 'when') return text;
    return timeIn(attribute.name, text);
  }

  /** A text of the mapping, else of the format; of the latter what is changed is kept. */
  prose(word: ForeignWord, field: 'summary' | 'note', kept: Attribute[]): string | undefined {
    const known = word[field];
    const text = this.mapped(word, field) ?? textOf(known);
    const prose = text === undefined ? undefined : asProse(text);
    if (known !== undefined && known !== prose && known !== '') kept.push({ name: field, value: known });
    return prose;
  }

  /** Undefined, and told, where a record has more than one. */
  stance(word: ForeignWord): Stance | undefined {
    if (this.#stance !== undefined) return this.#stance.of(word);
    if (word.stance !== undefined) return word.stance;
    if (word.attributes !== undefined) this.#unmappedStance.see(word.attributes, word.place);
    return 'asserts';
  }

  hedge(word: ForeignWord): Hedge | undefined {
    const text = this.mapped(word, 'hedge');
    if (text === undefined) return word.hedge;
    const found = Hedge.safeParse(text.trim().toLowerCase());
    if (found.success) return found.data;
    this.#tell(word, {
      message: 'The hedge is none that is weighed, and was left an attribute',
      expected: `one of ${Hedge.options.join(', ')}`,
      got: showValue(text),
    });
    return word.hedge;
  }

  /** Confidence or credibility. A number that the model cannot hold is told, and kept as an attribute. */
  grade(word: ForeignWord, kept: Attribute[]): Pick<ClaimDraft, 'confidence' | 'credibility'> {
    const { confidence, credibility } = word;
    const own = credibility === undefined ? {} : { credibility };
    const value = this.#grade?.attribute.value(word);
    if (this.#grade !== undefined && value !== undefined) {
      const { attribute, scale } = this.#grade;
      const grade = gradeOf(value, scale);
      if (grade === undefined) this.#noGrade(word, value);
      else {
        if (hasDecimalComma(value)) this.#commas.add(word.place);
        if (scale === 'percent' && isSlight(value, grade)) this.#slight.add(word.place);
      }
      if (grade?.credibility !== undefined) return { credibility: grade.credibility };
      if (grade?.confidence === undefined) return own;
      return { ...own, ...this.#confidence(grade.confidence, `${attribute.name} of ${this.#file}`) };
    }
    if (confidence === undefined) return own;
    if (confidence >= 0 && confidence <= MOST_CONFIDENCE)
      return { ...own, ...this.#confidence(confidence, this.#file) };
    kept.push({ name: 'confidence', value: confidence });
    if (confidence > MOST_CONFIDENCE && confidence <= 1) return { ...own, ...this.#confidence(confidence, this.#file) };
    this.#noGrade(word, confidence);
    return own;
  }

  /**
   * Tells what went wrong with the mapping as a whole. `names` are the attributes of the edges that there are;
   * `onlyForeign` tells whether nothing came ready-made, so that an attribute can stand in no other record.
   */
  tell(names: () => ReadonlySet<string>, onlyForeign: boolean): void {
    const mapped = [...Object.values(this.#fields), ...(this.#grade === undefined ? [] : [this.#grade.attribute])];
    for (const attribute of mapped) {
      attribute.tellUnknown(this.#findings, names);
      attribute.tellSeveral(this.#findings);
    }
    this.#stance?.tell(names, onlyForeign);
    this.#unmappedType?.tell(this.#findings);
    this.#unmappedStance.tell(this.#findings);
    if (this.#grade === undefined) return;
    const { name } = this.#grade.attribute;
    this.#tellCounted(this.#commas, (count) => ({
      message: `The comma in ${count} values of “${name}” was read as a decimal point, since it can be nothing else`,
    }));
    this.#tellCounted(this.#slight, (count) => ({
      message: `${count} ${count === 1 ? 'value' : 'values'} of “${name}” below 1 without a per cent sign ${count === 1 ? 'was' : 'were'} taken for less than one per cent`,
      remedy: 'If they are parts of one, as 0.9 for 90 %, write the column on one scale, or map it as “fraction”',
    }));
  }

  #tellCounted({ count, first }: Counted, words: (count: number) => { message: string; remedy?: string }): void {
    if (count > 0) this.#findings.tell({ code: 'invalid-value', severity: 'warning', ...words(count) }, first);
  }

  #confidence(value: number, from: string): Pick<ClaimDraft, 'confidence'> {
    if (value > MOST_CONFIDENCE) this.#findings.lose(CAPPED);
    const reason = asProse(`Taken from ${from}`) ?? 'Taken from the file';
    return { confidence: { value: Math.min(value, MOST_CONFIDENCE), reason } };
  }

  #noGrade(word: ForeignWord, value: Value): void {
    this.#tell(word, {
      message: 'The confidence does not belong to its scale, and was left an attribute',
      got: showValue(value),
      remedy: String(value).includes(',')
        ? 'Write the number with a decimal point and without commas, or choose another scale in the mapping'
        : 'Choose another scale in the mapping',
    });
  }

  #tell({ place }: ForeignWord, issue: { message: string; got: string; expected?: string; remedy?: string }): void {
    this.#findings.tell({ code: 'invalid-value', severity: 'warning', ...issue }, place);
  }
}
