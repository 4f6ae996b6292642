import { percent } from '../../knowledge/words.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Dossier, FigureEntry, LedgerRow, RelationEntry } from '../dossier/dossier.ts';
import {
  countsText,
  disputesNote,
  HOW_TO_READ,
  KNOWN_WEAKNESS,
  manifestRows,
  sharesText,
  verdictMeanings,
} from '../dossier/dossier-words.ts';
import { circumstances, stanceText } from '../dossier/ledger.ts';
import { dossierLosses } from '../dossier/losses.ts';
import { makeDossier } from '../dossier/make-dossier.ts';
import type { WriteOptions, Written } from '../format.ts';
import { plainText, webLink } from './plain-text.ts';

/** A table of GitHub's dialect; cells are Markdown already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ''];
}

const LEDGER = ['Who', 'Says', 'Counts', 'Where'] as const;

/** A claim in a row: four cells, so that it can be read in a narrow window as well. */
function ledgerCells(row: LedgerRow): string[] {
  const around = circumstances(row);
  const who = [`**${plainText(row.speaker)}** ${plainText(row.through)}`, plainText(row.interest)];
  const says = [
    `**${stanceText(row)}**: ${plainText(row.summary)}`,
    ...(around === '' ? [] : [`(${plainText(around)})`]),
    ...(row.bearing === undefined ? [] : [`*${plainText(row.bearing)}*`]),
    ...(row.note === undefined ? [] : [`Note: ${plainText(row.note)}`]),
  ];
  const counts = [
    `confidence ${plainText(row.confidence)}`,
    `origin: ${plainText(row.origin)}`,
    plainText(row.counting),
    `weight ${plainText(row.weight)}, ${plainText(row.reliability)}`,
    ...(row.reason === undefined ? [] : [`confidence set: ${plainText(row.reason)}`]),
  ];
  return [who.join('<br>'), says.join('<br>'), counts.join('<br>'), `\\[${row.citation}\\] ${plainText(row.claim)}`];
}

function ledger(heading: string, rows: readonly LedgerRow[]): string[] {
  if (rows.length === 0) return [`${heading}: nobody.`, ''];
  return [`${heading} (${rows.length}):`, '', ...table(LEDGER, rows.map(ledgerCells))];
}

function relationSection(entry: RelationEntry, kind: string): string[] {
  return [
    `### ${kind} ${entry.number}. ${plainText(entry.heading)}`,
    '',
    `**Verdict: ${plainText(entry.verdictLine)}.** ${entry.prose.map(plainText).join(' ')}`,
    '',
    `Shares: ${sharesText(entry)}.`,
    '',
    ...ledger('For', entry.for),
    ...ledger('Against', entry.against),
    ...(entry.related.length === 0
      ? []
      : [
          'Denials of the same of a whole that an end is part of (not counted here):',
          '',
          ...list(entry.related.map(plainText)),
        ]),
    `Why: ${plainText(entry.arithmetic)}`,
    '',
    `Relation id: ${plainText(entry.id)}`,
    '',
  ];
}

function figureSection(entry: FigureEntry): string[] {
  return [
    `### Figure ${entry.number}. ${plainText(entry.title)}`,
    '',
    entry.prose.map(plainText).join(' '),
    '',
    ...(entry.rows.length === 0
      ? []
      : table(
          ['Who', 'How many', 'Weight', 'In a best supported range', 'Interest'],
          entry.rows.map((row) => [
            plainText(row.speakers),
            plainText(row.value),
            plainText(row.weight),
            row.inOverlap ? 'yes' : 'no',
            plainText(row.interest),
          ]),
        )),
    ...ledger(
      'Claims that give a value',
      entry.rows.flatMap(({ words }) => words),
    ),
    ...(entry.against.length === 0 ? [] : ledger('Against a value, or taken back', entry.against)),
    ...(entry.compareWith.length === 0
      ? []
      : ['Compare, without calling it a dispute:', '', ...list(entry.compareWith.map(plainText))]),
  ];
}

const PART_WORDS = { relation: 'Relation', statement: 'Statement', figure: 'Figure' } as const;

function disputeLines(dossier: Dossier): string[] {
  const { disputes } = dossier;
  const note = disputesNote(dossier);
  const told = disputes.flatMap((dispute, i) => [
    `### Dispute ${i + 1}. ${plainText(dispute.title)}`,
    '',
    `${plainText(dispute.kind)}: ${plainText(dispute.meaning)} Contention ${percent(dispute.contention)}.`,
    '',
    ...list(
      dispute.sides.map(
        ({ label, parties }) => `**${plainText(label)}**: ${parties.map(plainText).join('; ') || 'nobody'}`,
      ),
    ),
    ...(dispute.told.length === 0
      ? []
      : [`Told in full: ${dispute.told.map(({ part, number }) => `${PART_WORDS[part]} ${number}`).join(', ')}.`, '']),
  ]);
  return note === undefined ? told : [...told, plainText(note), ''];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines];
}

function sourceLines({ sources }: Dossier): string[] {
  return list(
    sources.map((source) =>
      [
        `**S${source.number}. ${plainText(source.title)}**`,
        plainText(source.byline),
        source.url === undefined ? '' : webLink(source.url),
        `Graded ${plainText(source.reliability)}${source.reason === undefined ? '' : `: ${plainText(source.reason)}`}`,
        ...source.details.map(plainText),
        source.sha256 === undefined ? '' : `SHA-256 of its text: ${plainText(source.sha256)}`,
        `Claims here: ${source.claims}. Id: ${plainText(source.id)}`,
      ]
        .filter((part) => part !== '')
        .join('<br>'),
    ),
  );
}

function citationLines({ citations }: Dossier): string[] {
  if (citations.length === 0) return [];
  return table(
    ['No.', 'Source', 'Passage', 'SHA-256 of the passage'],
    citations.map(({ number, source, title, paragraph, range, sha256 }) => [
      String(number),
      `S${source} ${plainText(title)}`,
      paragraph === undefined ? 'no passage given' : `¶ ${paragraph}, ${range ?? ''}`,
      sha256 ?? '',
    ]),
  );
}

function entityLines({ entities }: Dossier): string[] {
  if (entities.length === 0) return [];
  return table(
    ['Name', 'Kind', 'Also', 'About'],
    entities.map((entity) => [
      `${plainText(entity.name)}<br>${plainText(entity.id)}`,
      plainText(entity.kind),
      entity.aliases.map(plainText).join('; '),
      [...(entity.summary === undefined ? [] : [entity.summary]), ...entity.details].map(plainText).join('; '),
    ]),
  );
}

/** A dossier as GitHub-flavoured Markdown. The same dossier gives the same text. */
export function dossierMarkdown(dossier: Dossier): string {
  const lines = [
    `# ${plainText(dossier.title)}`,
    '',
    ...dossier.warnings.flatMap((warning) => [`> **${plainText(warning)}**`, '']),
    `${countsText(dossier)}.`,
    '',
    ...list(HOW_TO_READ),
    `Cite as: ${plainText(dossier.citeAs)}`,
    '',
    ...section('What is in dispute', disputeLines(dossier)),
    ...section(
      'Relations',
      dossier.relations.flatMap((entry) => relationSection(entry, 'Relation')),
    ),
    ...section(
      'Statements about one entity',
      dossier.statements.flatMap((entry) => relationSection(entry, 'Statement')),
    ),
    ...section('Figures', dossier.figures.flatMap(figureSection)),
    ...section('Entities', entityLines(dossier)),
    ...section('Sources', sourceLines(dossier)),
    ...section('Citations', citationLines(dossier)),
    ...section(
      'What a verdict means',
      list(verdictMeanings().map(({ word, meaning }) => `**${plainText(word)}**: ${plainText(meaning)}`)),
    ),
    ...section('What this cannot know', list(KNOWN_WEAKNESS)),
    ...section(
      'Manifest',
      table(
        ['What', 'Value'],
        manifestRows(dossier).map(([name, value]) => [plainText(name), plainText(value)]),
      ),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Writes a graph as a Markdown dossier. The graph must have passed `checkGraph`. */
export function writeMarkdown(graph: GraphDocument, options: WriteOptions = {}): Written {
  const text = dossierMarkdown(makeDossier(graph, options));
  return { files: [{ name: 'ascribe-dossier.md', text }], losses: dossierLosses(graph) };
}
