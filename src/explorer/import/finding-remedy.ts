import { type Mapping, NO_MAPPING } from '../../formats/foreign/mapping.ts';
import type { Suggestion } from '../../formats/foreign/suggest-mapping.ts';
import type { Finding } from '../data/finding.ts';
import type { Columns } from '../data/preview.ts';
import { EDGE_FIELDS, NODE_FIELDS, suggestionFor } from './mapping-edits.ts';

/** What a person does on the page where a finding asks for a line in a mapping. */
export type Remedy =
  /** The guess that the warning is about is taken with one press. */
  | { readonly kind: 'take'; readonly label: string; readonly suggestion: Suggestion }
  /** It is told in the form. */
  | { readonly kind: 'form'; readonly label: string };

/** The remedy of a reader in words for whoever writes a mapping by hand: which part, and which field of it. */
const LINE = /put into the mapping, within "(?<part>edge|node)": "(?<field>\w+)":/u;
/** The same where a value of the column of stances has no meaning. */
const VALUE = /^Add it to asserts, denies or doubts in the mapping/u;

/** The field of a mapping into which a finding wants a line: `edge.stance`. */
export function fieldToMap({ remedy = '' }: Pick<Finding, 'remedy'>): string | undefined {
  const { part, field } = LINE.exec(remedy)?.groups ?? {};
  return part === undefined || field === undefined ? undefined : `${part}.${field}`;
}

function wordOf(field: string): string {
  const [part, name] = field.split('.');
  const known = (part === 'edge' ? EDGE_FIELDS : NODE_FIELDS).find((one) => one.field === name);
  return (known?.label ?? name ?? field).toLowerCase();
}

/**
 * What a finding asks for, as something that can be pressed; undefined where its own words are all there is. Where nothing
 * can be mapped there is no form to tell it in.
 */
export function remedyOf(
  finding: Pick<Finding, 'remedy'>,
  columns: Columns | undefined,
  mapping: Mapping = NO_MAPPING,
): Remedy | undefined {
  if (columns === undefined) return undefined;
  const field = fieldToMap(finding);
  if (field === undefined) {
    return VALUE.test(finding.remedy ?? '') ? { kind: 'form', label: 'Say what it means' } : undefined;
  }
  const suggestion = suggestionFor(mapping, columns.suggested, field);
  return suggestion === undefined
    ? { kind: 'form', label: 'Say what the columns mean' }
    : { kind: 'take', label: `Use “${suggestion.column}” as ${wordOf(field)}`, suggestion };
}

/** Errors first, then what can be mended by one press, above all a denial that is taken for an assertion. */
export function inOrderOfNeed(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => {
    if (finding.severity === 'error') return 0;
    const field = fieldToMap(finding);
    return field === 'edge.stance' ? 1 : field === undefined ? 3 : 2;
  };
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
