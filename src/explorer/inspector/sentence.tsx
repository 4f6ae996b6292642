import type { RelationSummary } from '../../knowledge/knowledge-base.ts';

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** The direction of a sentence by its own words. */
function direction(text: string, names: readonly string[]): 'ltr' | 'rtl' {
  const words = names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const [letter = ''] = /\p{L}/u.exec(words) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** The names in the proposition of a relation, or in the sentence of a claim. */
export function namesIn({ subject, object }: Pick<RelationSummary, 'subject' | 'object'>): string[] {
  return object === undefined ? [subject.name] : [subject.name, object.name];
}

interface Props {
  readonly text: string;
  /** The names in it. */
  readonly names: readonly string[];
}

/**
 * A sentence with names in it. Left to its first letter, an English sentence that begins with an Arabic name would be
 * laid out from the right, and who does what to whom would seem to be turned round.
 */
export function Sentence({ text, names }: Props) {
  return <bdi dir={direction(text, names)}>{text}</bdi>;
}
