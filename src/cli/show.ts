import type { Command } from 'commander';
import { type Arithmetic, arithmeticOf } from '../knowledge/arithmetic.ts';
import type { SourceId } from '../model/ids.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions } from './options.ts';
import type { Session } from './session.ts';
import { printClaim } from './show-claim.ts';
import { printEntity } from './show-entity.ts';
import { printFigure } from './show-figure.ts';
import { printRelation } from './show-relation.ts';
import { printSource } from './show-source.ts';

/**
 * What `show --json` prints: `what` says which of `entity`, `relation`, `claim`, `source` and `figure` is there; for a
 * relation `arithmetic` holds the sums and the rule, in weights. `weights` is the version of the table.
 */
export type ShowReport = Subject & { readonly arithmetic?: Arithmetic; readonly weights: string };

export function addShow(program: Command, session: Session): void {
  program
    .command('show')
    .argument(
      '<id>',
      'entity, claim, source, relation (a~type~b) or figure (subject~type~of~unit~when); or an entity’s name',
    )
    .description('show one thing with its evidence; for a relation, the arithmetic of its verdict')
    .action(async (id: string, _: unknown, command: Command) => {
      const options = readOptions(command, GlobalOptions);
      const { knowledge } = await openGraph(options, session);
      const subject = await findSubject(knowledge, id);
      const { weightTable, weights, sources } = await knowledge.about();
      const arithmetic = subject.what === 'relation' ? arithmeticOf(subject.relation.evidence, weightTable) : undefined;
      const report: ShowReport = { ...subject, ...(arithmetic === undefined ? {} : { arithmetic }), weights };
      if (options.json) session.out.json(report);
      else if (subject.what === 'relation' && arithmetic !== undefined) {
        const titles = new Map<SourceId, string>(sources.map((source) => [source.id, source.title]));
        printRelation(subject.relation, arithmetic, titles, session);
      } else print(subject, session);
    });
}

function print(subject: Subject, session: Session): void {
  if (subject.what === 'entity') printEntity(subject.entity, session);
  else if (subject.what === 'claim') printClaim(subject.claim, session);
  else if (subject.what === 'source') printSource(subject.source, session);
  else if (subject.what === 'figure') printFigure(subject.figure, session);
}
