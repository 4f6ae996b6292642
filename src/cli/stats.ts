import type { Command } from 'commander';
import type { About, Counts, Stats } from '../knowledge/knowledge-base.ts';
import { VERDICT_ORDER, VERDICT_WORDS } from '../knowledge/words.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions } from './options.ts';
import type { Session } from './session.ts';

/** What `stats --json` prints: the counts of the contract, keyed by id, and the version of the weights. */
export type StatsReport = Stats & { readonly weights: string };

export function addStats(program: Command, session: Session): void {
  program
    .command('stats')
    .description('count claims, entities, relations and sources')
    .action(async (_: unknown, command: Command) => {
      const options = readOptions(command, GlobalOptions);
      const { knowledge } = await openGraph(options, session);
      const report: StatsReport = { ...(await knowledge.stats()), weights: options.weights.version };
      if (options.json) session.out.json(report);
      else printStats(report, await knowledge.about(), session);
    });
}

function printStats(stats: StatsReport, about: About, { out }: Session): void {
  const { ontology } = about;
  const labels = new Map<string, string>(
    [...ontology.relations, ...ontology.literals, ...ontology.figures].map((type) => [type.id, type.label]),
  );
  const kinds = new Map<string, string>(ontology.kinds.map((kind) => [kind.id, kind.plural]));
  const titles = new Map<string, string>(about.sources.map((source) => [source.id, source.title]));
  const speakers = new Map(about.speakers.map((speaker) => [speaker.id, speaker.name]));
  const counts = (heading: string, byKey: Counts, nameOf: (key: string) => string = (key) => key): void => {
    out.heading(heading);
    out.table(
      ['count', '', 'id'],
      Object.entries(byKey).map(([key, count]) => {
        const name = nameOf(key);
        return [String(count).padStart(5), name, name === key ? '' : key];
      }),
    );
  };
  out.line(out.colours.bold(stats.graph.title));
  out.line(
    `${stats.claims.total} claims of ${stats.relations.total} relations and statements, ${stats.entities.total} entities, ${stats.sources.total} sources`,
  );
  out.line(
    `${stats.claims.withLocator} claims say where they stand in their document; ${stats.claims.hedged} keep a distance (“reportedly”)`,
  );
  out.line(out.colours.dim(`content hash ${stats.graph.hash}, weights table version ${stats.weights}`));
  counts('Claims by source', stats.claims.bySource, (id) => titles.get(id) ?? id);
  counts('Claims by form', stats.claims.byForm);
  counts('Claims by stance', stats.claims.byStance);
  counts('Claims by type', stats.claims.byType, (id) => labels.get(id) ?? id);
  counts('Claims by speaker', stats.claims.bySpeaker, (id) => speakers.get(id) ?? id);
  counts('Entities by kind', stats.entities.byKind, (id) => kinds.get(id) ?? id);
  const verdicts = VERDICT_ORDER.flatMap((verdict): [string, number][] => {
    const count = stats.relations.byVerdict[verdict];
    return count === undefined ? [] : [[verdict, count]];
  });
  const words = new Map<string, string>(Object.entries(VERDICT_WORDS));
  counts(
    'Relations and statements by verdict (what their claims amount to, not what is true)',
    Object.fromEntries(verdicts),
    (verdict) => words.get(verdict) ?? verdict,
  );
  counts('Sources by reliability', stats.sources.byReliability);
}
