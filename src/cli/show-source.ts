import type { SourceView } from '../knowledge/knowledge-base.ts';
import { RELIABILITY_WORDS } from '../model/grades.ts';
import { claimLine, locatorText } from './describe.ts';
import type { Session } from './session.ts';

/** A source with its claims in document order. */
export function printSource({ source, speaker, claims }: SourceView, { out }: Session): void {
  out.line(out.colours.bold(source.title));
  out.pairs([
    ['id', source.id],
    ['publisher', source.publisher],
    ['author', source.author],
    ['published', source.published],
    ['genre', source.genre],
    ['language', source.language],
    ['address', source.url],
    ['file', source.file],
    ['sha256', source.sha256],
    ['reliability', `${source.reliability}, ${RELIABILITY_WORDS[source.reliability]}`],
    ['why', source.reason],
    ['derived from', source.derivedFrom.join(', ')],
    ['own voice', `${speaker.name} (${speaker.id})`],
  ]);
  out.heading(`Claims (${claims.length})`);
  for (const view of claims) {
    out.line(claimLine(view, out.colours), 2);
    out.line(out.colours.dim(`${view.claim.id} · ${locatorText(view.claim)}`), 4);
  }
}
