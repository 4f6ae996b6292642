import type { Attribute } from '../../model/attributes.ts';
import type { ClaimDraft, Stance } from '../../model/claim.ts';
import { Hedge } from '../../model/grades.ts';
import { showValue } from '../../model/issue.ts';
import type { KnownLoss } from '../format.ts';
import { asProse } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { gradeOf } from './grade-of.ts';
import { attributeValue, textOf, type Value } from './keep.ts';
import type { EdgeMapping } from './mapping.ts';
import type { ForeignWord } from './records.ts';

const CAPPED: KnownLoss = {
  field: 'confidence',
  why: 'a claim’s confidence is 0.95 at most (EVIDENCE E4); the number of the file stays as an attribute',
  keptBy: 'none',
};
const MOST_CONFIDENCE = 0.95;
const STANCES = ['asserts', 'denies', 'doubts'] as const;

/** What a record says of how its claim is made: by the mapping, else as its format has it. */
export class ClaimWords {
  readonly #file: string;
  readonly #mapping: EdgeMapping;
  readonly #findings: Findings;
  readonly #strangeStances = new Set<string>();

  constructor(file: string, mapping: EdgeMapping, findings: Findings) {
    this.#file = file;
    this.#mapping = mapping;
    this.#findings = findings;
  }

  /** The text of a field that the mapping names. */
  mapped(word: ForeignWord, field: Exclude<keyof EdgeMapping, 'confidence' | 'stance'>): string | undefined {
    const name = this.#mapping[field];
    return name === undefined ? undefined : textOf(attributeValue(word.attributes, name));
  }

  /** A text of the mapping, else of the format; of the latter what is changed is kept. */
  prose(word: ForeignWord, field: 'summary' | 'note', kept: Attribute[]): string | undefined {
    const known = word[field];
    const text = this.mapped(word, field) ?? textOf(known);
    const prose = text === undefined ? undefined : asProse(text);
    if (known !== undefined && known !== prose && known !== '') kept.push({ name: field, value: known });
    return prose;
  }

  stance(word: ForeignWord): Stance {
    const { stance: mapped } = this.#mapping;
    const text = mapped && textOf(attributeValue(word.attributes, mapped.attribute))?.trim();
    if (mapped === undefined || text === undefined) return word.stance ?? 'asserts';
    const means = STANCES.find((stance) => mapped[stance].some((one) => one.toLowerCase() === text.toLowerCase()));
    if (means !== undefined) return means;
    if (!this.#strangeStances.has(text)) {
      this.#strangeStances.add(text);
      this.#tell(word, {
        message: 'The mapping does not say which stance this value means; it was taken for “asserts”',
        got: showValue(text),
        remedy: 'Add it to asserts, denies or doubts in the mapping',
      });
    }
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
    const { confidence: mapped } = this.#mapping;
    const { confidence, credibility } = word;
    const own = credibility === undefined ? {} : { credibility };
    const value = mapped && attributeValue(word.attributes, mapped.attribute);
    if (mapped !== undefined && value !== undefined && value !== '') {
      const grade = gradeOf(value, mapped.scale);
      if (grade?.credibility !== undefined) return { credibility: grade.credibility };
      if (grade?.confidence !== undefined) {
        return { ...own, ...this.#confidence(grade.confidence, `${mapped.attribute} of ${this.#file}`) };
      }
      this.#noGrade(word, value);
      return own;
    }
    if (confidence === undefined) return own;
    if (confidence >= 0 && confidence <= MOST_CONFIDENCE)
      return { ...own, ...this.#confidence(confidence, this.#file) };
    kept.push({ name: 'confidence', value: confidence });
    if (confidence > MOST_CONFIDENCE && confidence <= 1) return { ...own, ...this.#confidence(confidence, this.#file) };
    this.#noGrade(word, confidence);
    return own;
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
      remedy: 'Choose another scale in the mapping',
    });
  }

  #tell({ place }: ForeignWord, issue: { message: string; got: string; expected?: string; remedy?: string }): void {
    this.#findings.tell({ code: 'invalid-value', severity: 'warning', ...issue }, place);
  }
}
