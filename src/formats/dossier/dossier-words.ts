import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { WITHOUT_DENIALS } from '../../knowledge/without-denials.ts';
import { number, percent, VERDICT_MEANINGS, VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import type { GraphDocument, Manifest } from '../../model/graph-document.ts';
import type { Dossier, RelationEntry } from './dossier.ts';

/** Sentences that every dossier says, whatever it is written as. */

export const HOW_TO_READ: readonly string[] = [
  'Each line of a ledger is one claim: somebody’s word in one document. Nothing here is said in the voice of this dossier.',
  'A verdict says what the claims amount to together, not what is true. Whoever denies something is named beside its verdict.',
  'Each independent origin counts once, with the weight of its grade: belief = weight for ÷ (1 + weight for + weight against), disbelief likewise, and what is left is uncertainty.',
];

export const KNOWN_WEAKNESS: readonly string[] = [
  'Many weak origins add up if they are taken as independent when they are not: ten of grade F give a belief of 5/6.',
  'The letters of sources are somebody’s judgement; the reason stands with each source.',
  'A speaker’s interest is shown and changes no weight.',
  'What no document of this graph says is not here.',
];

/** Each verdict with what it means, strongest first. */
export function verdictMeanings(): readonly { readonly word: string; readonly meaning: string }[] {
  return VERDICT_ORDER.map((verdict) => ({ word: VERDICT_WORDS[verdict], meaning: VERDICT_MEANINGS[verdict] }));
}

/** What somebody has to know before they read on. */
export function warningsOf({ manifest }: Pick<GraphDocument, 'manifest'>, weights: string): string[] {
  return [
    ...(manifest?.closedUnderEvidence === false ? [WITHOUT_DENIALS] : []),
    ...(weights === DEFAULT_WEIGHTS.version ? [] : [`Weighed by other numbers than the default: version ${weights}.`]),
  ];
}

function lackingText({
  interests,
  partialDenials,
  relatedDenials,
  rivals = 0,
}: NonNullable<Manifest['lacking']>): string {
  const lack = [
    [amount(interests, 'claim', 'claims'), 'a relation that tells in whose interest it is'],
    [amount(partialDenials, 'relation', 'relations'), 'a denial of a narrower form'],
    [amount(relatedDenials, 'relation', 'relations'), 'a denial of a whole that an end is part of'],
    ...(rivals === 0 ? [] : [[amount(rivals, 'relation', 'relations'), 'another answer to who did it']]),
  ] as const;
  return `left out were, of what was taken along as evidence: ${lack.map(([of, what]) => `for ${of} ${what}`).join(', ')}`;
}

/** What is said beside the list of disputes: that there are none, and of what the other side was left out. */
export function disputesNote({ disputes, manifest }: Pick<Dossier, 'disputes' | 'manifest'>): string | undefined {
  const rivals = manifest?.lacking?.rivals ?? 0;
  if (rivals === 0) return disputes.length === 0 ? 'Nothing in it is in dispute.' : undefined;
  const whose = amount(rivals, 'relation that says', 'relations that say');
  const told = `${whose} who did something another answer was left out.`;
  return disputes.length === 0
    ? `By what is here nothing in it is in dispute. But for ${told}`
    : `There may be more: for ${told}`;
}

function amount(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** How the dossier came to be, as a list of names and values. */
export function manifestRows({
  manifest,
  hash,
  weights,
  address,
  written,
}: Dossier): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string | undefined])[] = [
    ['Selected', manifest?.selection ?? 'the whole graph'],
    ['Taken', manifest?.taken],
    ['Taken from the graph', manifest?.graph],
    ['SHA-256 of this content', hash],
    ['Weights version', weights],
    [
      'Left out',
      manifest === undefined
        ? undefined
        : `${number(manifest.leftOut.entities)} entities, ${number(manifest.leftOut.claims)} claims, ${number(manifest.leftOut.sources)} sources of the graph`,
    ],
    ['Shows less beside it', manifest?.lacking === undefined ? undefined : lackingText(manifest.lacking)],
    [
      'Closed under evidence',
      manifest?.closedUnderEvidence === false
        ? `No. ${WITHOUT_DENIALS}`
        : 'Yes: every claim that denies or doubts what it holds is here.',
    ],
    ['Written', written],
    ['Address', address],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/**
 * The three shares in words. Where too little is known the uncertainty comes first: it is the finding, and what little
 * there is for and against is none.
 */
export function sharesText({ verdict, shares }: Pick<RelationEntry, 'verdict' | 'shares'>): string {
  const open = `${percent(shares.uncertainty)} uncertain`;
  const sides = `${percent(shares.belief)} for, ${percent(shares.disbelief)} against`;
  return verdict === 'unknown' ? `${open}, ${sides}` : `${sides}, ${open}`;
}

/** "412 claims from 3 sources · 20 entities · …"; of what there is none nothing is said. */
export function countsText({ counts }: Dossier): string {
  return [
    `${amount(counts.claims, 'claim', 'claims')} from ${amount(counts.sources, 'source', 'sources')}`,
    amount(counts.entities, 'entity', 'entities'),
    ...(counts.relations === 0 ? [] : [amount(counts.relations, 'relation', 'relations')]),
    ...(counts.statements === 0
      ? []
      : [amount(counts.statements, 'statement about one entity', 'statements about one entity')]),
    ...(counts.figures === 0 ? [] : [amount(counts.figures, 'figure', 'figures')]),
    amount(counts.disputes, 'dispute', 'disputes'),
  ].join(' · ');
}
