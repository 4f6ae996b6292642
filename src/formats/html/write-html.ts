import { sha256 } from '@noble/hashes/sha2.js';
import { percent } from '../../knowledge/words.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Dossier, FigureEntry, Reference, RelationEntry } from '../dossier/dossier.ts';
import {
  countsText,
  disputesNote,
  HOW_TO_READ,
  KNOWN_WEAKNESS,
  manifestRows,
  verdictMeanings,
} from '../dossier/dossier-words.ts';
import { makeDossier } from '../dossier/make-dossier.ts';
import { given, joined, Markup, markup } from '../dossier/markup.ts';
import type { WriteOptions, Written } from '../format.ts';
import { htmlPicture } from './html-picture.ts';
import { htmlLosses } from './losses.ts';
import { rangeMarks } from './range-marks.ts';
import { HATCH, sharesBar } from './shares-bar.ts';
import { STYLE } from './style.ts';
import { htmlLedger, htmlList, htmlTable } from './tables.ts';

function section(id: string, title: string, body: Markup): Markup | undefined {
  if (body.text === '') return undefined;
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`;
}

const PART_WORDS: Readonly<Record<Reference['part'], string>> = {
  relation: 'Relation',
  statement: 'Statement',
  figure: 'Figure',
};

function disputeList(dossier: Dossier): Markup {
  const { disputes } = dossier;
  const note = given(disputesNote(dossier), (text) => markup`<p>${text}</p>`);
  const listed = joined(
    disputes.map(({ title, kind, meaning, contention, sides, told }, i) => {
      const rows = sides.map(
        ({ label, parties }) =>
          markup`<li><strong><bdi>${label}</bdi></strong>: ${parties.join('; ') || 'nobody'}</li>`,
      );
      const links = told.map(
        ({ part, number }) => markup`<a href="#${part}-${number}">${PART_WORDS[part]} ${number}</a>`,
      );
      return markup`<article><h3>${i + 1}. ${title}</h3><p>${kind}: ${meaning} Contention ${percent(contention)}.</p><ul>${rows}</ul>${links.length === 0 ? undefined : markup`<p>Told in full: ${joined(links, ', ')}</p>`}</article>
`;
    }),
  );
  return markup`${listed}${note}`;
}

function relationArticle(entry: RelationEntry, part: 'relation' | 'statement'): Markup {
  const related =
    entry.related.length === 0
      ? undefined
      : markup`<h4>Denials of the same of a whole that an end is part of: not counted here</h4>${htmlList(entry.related)}`;
  return markup`<article><h3 id="${part}-${entry.number}">${PART_WORDS[part]} ${entry.number}. ${entry.heading}</h3>
<p class="verdict">Verdict: ${entry.verdictLine}</p>${sharesBar(entry)}<p>${entry.prose.join(' ')}</p>
${htmlLedger('For', entry.for)}${htmlLedger('Against', entry.against)}${related}<p class="muted">Why: ${entry.arithmetic}</p><p class="muted">Relation id: ${entry.id}</p></article>
`;
}

function valuesTable({ rows }: FigureEntry): Markup | undefined {
  const drawn = rangeMarks(rows);
  if (rows.length === 0) return undefined;
  return htmlTable(
    'Who says how many',
    ['Who', 'How many', ...(drawn === undefined ? [] : [`On one axis: ${drawn.title}`]), 'Best supported', 'Interest'],
    rows.map(({ speakers, value, weight, inOverlap, interest }, i) => ({
      cells: [
        markup`<bdi>${speakers}</bdi>`,
        markup`${value}`,
        ...(drawn?.marks.slice(i, i + 1) ?? []),
        markup`${inOverlap ? 'within' : 'outside'}<p class="muted">weight ${weight}</p>`,
        markup`${interest}`,
      ],
    })),
    drawn === undefined ? '' : 'values',
  );
}

function figureArticle(entry: FigureEntry): Markup {
  const words = entry.rows.flatMap((row) => row.words);
  const against = entry.against.length === 0 ? undefined : htmlLedger('Against a value, or taken back', entry.against);
  const compare =
    entry.compareWith.length === 0
      ? undefined
      : markup`<h4>Compare, without calling it a dispute</h4>${htmlList(entry.compareWith)}`;
  return markup`<article><h3 id="figure-${entry.number}">Figure ${entry.number}. ${entry.title}</h3>
<p>${entry.prose.join(' ')}</p>${valuesTable(entry)}${htmlLedger('Claims that give a value', words)}${against}${compare}</article>
`;
}

function sourceList({ sources }: Dossier): Markup {
  return joined(
    sources.map((source) => {
      const link = given(source.url, (url) => markup`<p><a href="${url}" rel="noreferrer noopener">${url}</a></p>`);
      const hash = given(
        source.sha256,
        (text) => markup`<p class="muted">SHA-256 of its text: <code>${text}</code></p>`,
      );
      const reason = given(source.reason, (text) => markup`: ${text}`);
      return markup`<article><h3 id="source-${source.number}">S${source.number}. ${source.title}</h3><p>${source.byline}</p>${link}<p>Graded ${source.reliability}${reason}</p>${htmlList([...source.details, `claims here: ${source.claims}`, `id: ${source.id}`])}${hash}</article>
`;
    }),
  );
}

function citationTable({ citations }: Dossier): Markup {
  if (citations.length === 0) return markup``;
  return htmlTable(
    'Citations',
    ['No.', 'Source', 'Passage', 'SHA-256 of the passage'],
    citations.map(({ number, source, title, paragraph, range, sha256: hash }) => ({
      cells: [
        markup`<span id="citation-${number}">[${number}]</span>`,
        markup`<a href="#source-${source}">S${source}</a> ${title}`,
        paragraph === undefined ? markup`no passage given` : markup`¶ ${paragraph}, ${range}`,
        given(hash, (text) => markup`<code>${text}</code>`) ?? markup``,
      ],
    })),
    'citations',
  );
}

function entityTable({ entities }: Dossier): Markup {
  if (entities.length === 0) return markup``;
  return htmlTable(
    'Entities',
    ['Name', 'Kind', 'Also', 'About'],
    entities.map(({ name, id, kind, aliases, summary, details }) => ({
      cells: [
        markup`<p class="who"><bdi>${name}</bdi></p><p class="muted">${id}</p>`,
        markup`${kind}`,
        markup`<span dir="auto">${aliases.join('; ')}</span>`,
        markup`${[...(summary === undefined ? [] : [summary]), ...details].join('; ')}`,
      ],
    })),
  );
}

function facts(rows: readonly (readonly [string, string])[]): Markup {
  return markup`<dl class="facts">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`;
}

/** The one style sheet that the page may have, by its hash: nothing that data smuggled in would be applied. */
function policy(): string {
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(STYLE))));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** A dossier as one HTML page without script or anything from elsewhere. The same dossier gives the same text. */
export function dossierHtml(dossier: Dossier, picture?: Markup): string {
  const parts = [
    section('disputes', 'What is in dispute', disputeList(dossier)),
    section('picture', 'Picture', picture ?? markup``),
    section('relations', 'Relations', joined(dossier.relations.map((entry) => relationArticle(entry, 'relation')))),
    section(
      'statements',
      'Statements about one entity',
      joined(dossier.statements.map((entry) => relationArticle(entry, 'statement'))),
    ),
    section('figures', 'Figures', joined(dossier.figures.map(figureArticle))),
    section('entities', 'Entities', entityTable(dossier)),
    section('sources', 'Sources', sourceList(dossier)),
    section('citations', 'Citations', citationTable(dossier)),
    section(
      'verdicts',
      'What a verdict means',
      facts(verdictMeanings().map(({ word, meaning }) => [word, meaning] as const)),
    ),
    section('weakness', 'What this cannot know', htmlList(KNOWN_WEAKNESS)),
    section('manifest', 'Manifest', facts(manifestRows(dossier))),
  ].filter((part) => part !== undefined);
  const contents = parts.flatMap(({ text }) => {
    const [, id = '', title = ''] = /<h2 id="([^"]*)">([^<]*)/u.exec(text) ?? [];
    return id === '' ? [] : [markup`<li><a href="#${id}">${new Markup(title)}</a></li>`];
  });
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Ascribe">
<title>${dossier.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${HATCH}<header>
<h1 dir="auto">${dossier.title}</h1>
<p>${countsText(dossier)}</p>
${dossier.warnings.map((text) => markup`<p class="warning" role="note">${text}</p>`)}
${htmlList(HOW_TO_READ)}
<p class="muted">Cite as: ${dossier.citeAs}</p>
<nav aria-label="Contents"><ul>${contents}</ul></nav>
</header>
<main>
${parts}</main>
</body>
</html>
`.text;
}

/** Writes a graph as an HTML dossier, with its picture unless told otherwise. The graph must have passed `checkGraph`. */
export function writeHtml(graph: GraphDocument, options: WriteOptions = {}): Written {
  const picture = options.picture === false ? undefined : htmlPicture(graph, options);
  const text = dossierHtml(makeDossier(graph, options), picture?.body);
  return { files: [{ name: 'ascribe-dossier.html', text }], losses: htmlLosses(graph, picture?.data) };
}
