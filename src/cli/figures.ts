import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { FigureView, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { printMore, printWeights } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { ALL, GlobalOptions, knownValues, ListOption, listOption, readOptions, wholeNumber } from './options.ts';
import { resolveEntity } from './resolve-entity.ts';
import type { Session } from './session.ts';
import { printFigureEvidence } from './show-figure.ts';

/** What `figures --json` prints: those in dispute first, then by how many origins give a value. */
export interface FiguresReport {
  /** All that are asked for; `figures` holds the first of them. */
  readonly total: number;
  readonly figures: readonly FigureView[];
  /** Undisputed ones of a single origin that are passed over without `--all` or an entity. */
  readonly notListed: number;
  /** Version of the weights. */
  readonly weights: string;
}

const Options = GlobalOptions.extend({
  type: ListOption,
  limit: z.number(),
  all: z.boolean().default(false),
  disputed: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

export function addFigures(program: Command, session: Session): void {
  program
    .command('figures')
    .argument('[entity]', 'only figures of this entity, by id, name or alias; then single ones are listed, too')
    .description('who gives which number: those in dispute first, then others that more than one origin gives')
    .addOption(listOption('--type <id>', 'only figures of this type'))
    .option('--all', 'list undisputed figures of a single origin, too')
    .addOption(new Option('--disputed', 'only figures in dispute').conflicts('all'))
    .option('--limit <n>', 'most figures shown', wholeNumber(1, 100_000), 50)
    .action(async (entity: string | undefined, _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { knowledge } = await openGraph(options, session);
      const report = await figures(knowledge, entity, options);
      if (options.json) session.out.json(report);
      else printFigures(report, session);
    });
}

async function figures(knowledge: KnowledgeBase, entity: string | undefined, options: Options): Promise<FiguresReport> {
  const { ontology } = await knowledge.about();
  const { items } = await knowledge.figures(
    {
      entity: entity === undefined ? undefined : await resolveEntity(knowledge, entity),
      types: knownValues(
        'type',
        options.type,
        ontology.figures.map((type) => type.id),
      ),
      disputed: options.disputed,
    },
    { limit: ALL },
  );
  const every = options.all || entity !== undefined;
  const wanted = items.filter(({ evidence }) => every || evidence.disputed || evidence.origins.length > 1);
  return {
    total: wanted.length,
    figures: wanted.slice(0, options.limit),
    notListed: items.length - wanted.length,
    weights: options.weights.version,
  };
}

function printFigures({ total, figures, notListed, weights }: FiguresReport, session: Session): void {
  const { out } = session;
  figures.forEach((figure, i) => {
    if (i > 0) out.line();
    printFigureEvidence(figure, session);
  });
  if (total === 0)
    out.line(notListed > 0 ? 'No figure is in dispute or given by more than one origin.' : 'No figure is given here.');
  out.line();
  printMore(figures.length, total, session, 0);
  if (notListed > 0) {
    out.line(
      `${notListed} more, undisputed and of a single origin each, are not listed; --all or an entity lists them.`,
    );
  }
  out.line('Values are neither added nor averaged.');
  printWeights(weights, session);
}
