import type { LedgerRow } from '../dossier/dossier.ts';
import { circumstances, stanceText } from '../dossier/ledger.ts';
import { given, type Markup, markup } from '../dossier/markup.ts';

/**
 * A table with its headings. The roles are written out, since a narrow window shows rows as cards, and browsers then
 * forget that it is a table.
 */
export function htmlTable(
  label: string,
  head: readonly string[],
  rows: readonly { readonly cells: readonly Markup[]; readonly aside?: boolean }[],
  name = '',
): Markup {
  const headings = head.map((text) => markup`<th scope="col" role="columnheader">${text}</th>`);
  const body = rows.map(({ cells, aside = false }) => {
    const all = cells.map((cell, i) => markup`<td role="cell" data-head="${head[i] ?? ''}">${cell}</td>`);
    const marked = aside ? markup` class="aside"` : undefined;
    return markup`<tr role="row"${marked}>${all}</tr>
`;
  });
  return markup`<table role="table" aria-label="${label}" class="${name}"><thead role="rowgroup"><tr role="row">${headings}</tr></thead><tbody role="rowgroup">
${body}</tbody></table>
`;
}

const LEDGER = ['Who', 'Says', 'Counts', 'Where'] as const;

function ledgerCells(row: LedgerRow): Markup[] {
  const around = circumstances(row);
  return [
    markup`<p class="who"><bdi>${row.speaker}</bdi></p><p>${row.through}</p><p class="muted">${row.interest}</p>`,
    markup`<p dir="auto"><span class="stance">${stanceText(row)}</span>: ${row.summary}</p>${around === '' ? undefined : markup`<p>${around}</p>`}${given(row.bearing, (text) => markup`<p><em>${text}</em></p>`)}${given(row.note, (text) => markup`<p class="muted">Note: ${text}</p>`)}<p class="muted">Claim ${row.claim}</p>`,
    markup`<p>confidence ${row.confidence}</p><p>origin: <bdi>${row.origin}</bdi></p><p>${row.counting}</p><p class="muted">weight ${row.weight}; ${row.reliability}</p>${given(row.reason, (text) => markup`<p class="muted">confidence set: ${text}</p>`)}`,
    markup`<p><a href="#citation-${row.citation}">[${row.citation}]</a></p>`,
  ];
}

/** Claims for or against something, each in a row; those that do not count are paler. */
export function htmlLedger(heading: string, rows: readonly LedgerRow[]): Markup {
  if (rows.length === 0)
    return markup`<h4>${heading}: nobody</h4>
`;
  const table = htmlTable(
    heading,
    LEDGER,
    rows.map((row) => ({ cells: ledgerCells(row), aside: !row.counted })),
    'ledger',
  );
  return markup`<h4>${heading} (${rows.length})</h4>
${table}`;
}

/** A list of plain texts. */
export function htmlList(items: readonly string[]): Markup {
  return markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>
`;
}
