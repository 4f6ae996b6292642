import type { Loss } from '../formats/format.ts';
import type { MergeNote } from '../knowledge/merge-graphs.ts';
import { formatIssue } from '../model/issue.ts';
import type { ImportReport, PartedNote } from './import-graph.ts';
import type { Session } from './session.ts';

const MOST_SHOWN = 40;
const MOST_NAMES = 5;

/**
 * Tells what was read, found, lost and done, on the error output, before anything is written. `mayAskToSkip` says whether
 * bad records would be left out if somebody asked for it.
 */
export function printReport(
  { read, counts, findings, losses, skipped, notes, candidates, tooCommon }: Omit<ImportReport, 'files'>,
  { mayAskToSkip }: { readonly mayAskToSkip: boolean },
  session: Session,
): void {
  const { err } = session;
  for (const { file, format, copyOf } of read) {
    err.line(
      copyOf === undefined ? `${file}: ${format}` : `${file}: the same as ${copyOf}, byte for byte; it was read once`,
    );
  }
  for (const issue of findings.slice(0, MOST_SHOWN)) err.line(`${issue.severity}: ${formatIssue(issue)}`, 2);
  if (findings.length > MOST_SHOWN) err.line(`and ${findings.length - MOST_SHOWN} more findings: --json lists all`, 2);
  if (skipped > 0) err.line(`${skipped} bad records were left out.`);
  if (counts === undefined) {
    err.line(
      `Nothing was imported.${mayAskToSkip ? ' With --skip-bad records that cannot be taken are left out.' : ''}`,
    );
    return;
  }
  printLosses(losses, session);
  for (const note of notes.slice(0, MOST_SHOWN)) err.line(noteText(note));
  if (notes.length > MOST_SHOWN) err.line(`and ${notes.length - MOST_SHOWN} more of that: --json lists all`);
  if (candidates.length > 0) {
    const [{ a, b, reasons } = { a: '', b: '', reasons: [] }] = candidates;
    err.line(
      `${candidates.length} pairs of entities may be the same (${a} and ${b}: ${reasons.join(', ')}); none was merged. --json lists them, --matches decides.`,
    );
  }
  if (tooCommon.length > 0) {
    const shown = tooCommon.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
    const more = tooCommon.length - shown.length;
    err.line(
      `Too many entities share these names, or ids elsewhere, to say who is the same (${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}): nobody was proposed by them.`,
    );
  }
  err.line(`${counts.claims} claims, ${counts.entities} entities, ${counts.sources} sources`);
}

export function printLosses(losses: readonly Loss[], { err }: Session): void {
  if (losses.length > 0) err.line('What is not kept:');
  for (const { field, count, why } of losses) err.line(`${field} (${count}): ${why}`, 2);
}

function noteText(note: MergeNote | PartedNote): string {
  switch (note.kind) {
    case 'part-merged':
      return note.withoutDenials
        ? `${note.name}: denials and doubts were left out of this file (${note.selection}); the merged graph lacks them, unless another file has them`
        : `${note.name}: this is a part of a graph (${note.selection}); how it was chosen is not said of the merged graph`;
    case 'kind-reworded':
      return `${note.name}: the kind ${note.id} is called “${note.label}” here, or described otherwise; the words of “${note.kept}” are kept`;
    case 'type-renamed':
      return `${note.name}: the ${note.what} ${note.from} has another meaning here and is now ${note.to}`;
    case 'entity-renamed':
      return `${note.name}: the entity ${note.from} is another one here and is now ${note.to}`;
    case 'source-renamed':
      return `${note.name}: the source ${note.from} is another one here and is now ${note.to}`;
    case 'claims-reworded':
      return `${note.name}: ${note.count} ${note.count === 1 ? 'claim' : 'claims'} of the source ${note.source} ${note.count === 1 ? 'is' : 'are'} put otherwise here; both stay, and count once`;
    case 'entities-merged':
      return `${note.into} is now one with ${note.taken.join(', ')}`;
    case 'entity-parted':
      return `${note.id} is apart from ${note.from} again`;
  }
}
