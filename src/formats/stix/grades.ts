import type { Credibility, Reliability } from '../../model/grades.ts';

/**
 * STIX 2.1, appendix on confidence scales, Admiralty credibility: the number to write. 6, "cannot be judged", has none:
 * `confidence` is left out.
 */
const WRITTEN: Readonly<Record<Credibility, number | undefined>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: undefined };

export function confidenceOf(credibility: Credibility | undefined): number | undefined {
  return credibility === undefined ? undefined : WRITTEN[credibility];
}

/** Tags of the MISP taxonomy `admiralty-scale`, which STIX has no field for. */
export function tagsOf(reliability: Reliability, credibility: Credibility | undefined): string[] {
  return [
    `admiralty-scale:source-reliability="${reliability.toLowerCase()}"`,
    ...(credibility === undefined ? [] : [`admiralty-scale:information-credibility="${credibility}"`]),
  ];
}

const LETTERS: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const DIGITS: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

/**
 * The letter and digit that labels carry as MISP tags. The tag is taken and not the number that MISP gives it, since its
 * numbers put "cannot be judged" where STIX has "possibly true". The letter G (deliberately deceptive) is none of NATO's.
 */
export function gradesOfLabels(labels: readonly string[]): {
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
} {
  let reliability: Reliability | undefined;
  let credibility: Credibility | undefined;
  for (const label of labels) {
    const [, what, grade] =
      /^admiralty-scale:(source-reliability|information-credibility)="?([a-z0-9])"?$/iu.exec(label.trim()) ?? [];
    if (what === undefined || grade === undefined) continue;
    if (what.toLowerCase() === 'source-reliability') {
      reliability ??= LETTERS.find((letter) => letter === grade.toUpperCase());
    } else credibility ??= DIGITS.find((digit) => String(digit) === grade);
  }
  return {
    ...(reliability === undefined ? {} : { reliability }),
    ...(credibility === undefined ? {} : { credibility }),
  };
}
