import type { EntityView } from '../knowledge/knowledge-base.ts';
import { listNames } from '../knowledge/words.ts';
import { claimLine, figureStateText, relationLine } from './describe.ts';
import type { Session } from './session.ts';

/** An entity with all that is claimed of it, each with whose word it is. */
export function printEntity(view: EntityView, { out }: Session): void {
  const { entity, relations, statements, figures } = view;
  const { bold, dim } = out.colours;
  out.line(bold(entity.name));
  out.pairs([
    ['id', entity.id],
    ['kind', [entity.kind, entity.subkind].filter((part) => part !== undefined).join(', ')],
    ['also called', entity.aliases.join('; ')],
    ['when', entity.when],
    ['summary', entity.summary],
    ['reliability', entity.reliability === undefined ? undefined : `${entity.reliability}: ${entity.reason ?? ''}`],
    [
      'elsewhere',
      Object.entries(entity.sameAs ?? {})
        .map(([scheme, id]) => `${scheme} ${id}`)
        .join('; '),
    ],
    [
      'voice of',
      listNames(
        view.voiceOf.map((source) => `“${source.title}” (${source.id})`),
        8,
      ),
    ],
    ['claims', `${view.mentions} that name it, ${view.speaks} on its word`],
  ]);
  for (const [heading, list] of [
    ['Relations', relations],
    ['Said of it alone', statements],
  ] as const) {
    if (list.length === 0) continue;
    out.heading(`${heading} (${list.length})`);
    for (const relation of list) {
      out.line(relationLine(relation, out.colours), 2);
      out.line(dim(relation.id), 4);
    }
  }
  for (const figure of figures) {
    out.heading(`Figure: ${figure.title} (${figureStateText(figure)})`);
    for (const claim of figure.claims) out.line(claimLine(claim, out.colours), 2);
    out.line(dim(figure.id), 4);
  }
}
