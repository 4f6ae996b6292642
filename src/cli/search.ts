import type { Command } from 'commander';
import { z } from 'zod';
import type { SearchHit } from '../knowledge/knowledge-base.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, knownValues, ListOption, listOption, readOptions, wholeNumber } from './options.ts';
import type { Session } from './session.ts';

/** What `search --json` prints. `total` counts all hits, `hits` holds the first of them, best first. */
export interface SearchReport {
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

const Options = GlobalOptions.extend({ kind: ListOption, limit: z.number() });

export function addSearch(program: Command, session: Session): void {
  program
    .command('search')
    .argument('<text>', 'name, alias or part of one; typing errors and diacritics are forgiven')
    .description('find entities')
    .addOption(listOption('--kind <id>', 'only entities of this kind'))
    .option('--limit <n>', 'most hits shown', wholeNumber(1, 10_000), 20)
    .action(async (text: string, _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { knowledge } = await openGraph(options, session);
      const { ontology } = await knowledge.about();
      const kinds = knownValues(
        'kind',
        options.kind,
        ontology.kinds.map((kind) => kind.id),
      );
      const { items, total } = await knowledge.search(text, {
        limit: options.limit,
        ...(kinds === undefined ? {} : { kinds }),
      });
      const report: SearchReport = { query: text, total, hits: items };
      if (options.json) session.out.json(report);
      else printHits(report, session);
    });
}

function printHits({ query, total, hits }: SearchReport, { out }: Session): void {
  if (total === 0) {
    out.line(`Nothing is named like ${JSON.stringify(query)} here.`);
    return;
  }
  const byAlias = hits.some(({ entity, matched }) => matched !== entity.name);
  out.table(
    ['id', 'name', 'kind', ...(byAlias ? ['found as'] : []), 'claims'],
    hits.map(({ entity, matched, claims }) => [
      entity.id,
      entity.name,
      entity.kind,
      ...(byAlias ? [matched === entity.name ? '' : matched] : []),
      String(claims),
    ]),
    0,
  );
  if (hits.length < total) out.line(`${hits.length} of ${total} shown; --limit shows more.`);
}
