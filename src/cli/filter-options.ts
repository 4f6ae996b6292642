import type { Command } from 'commander';
import { INTERESTS } from '../evidence/interest.ts';
import { VERDICTS } from '../evidence/verdict.ts';
import type { ClaimFilter, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { Stance } from '../model/claim.ts';
import { knownValues, ListOption, listOption } from './options.ts';
import { resolveSpeakers } from './resolve-voice.ts';

/** Options that choose claims, the same wherever claims are chosen. */
export const FilterOptions = {
  type: ListOption,
  verdict: ListOption,
  stance: ListOption,
  source: ListOption,
  speaker: ListOption,
  kind: ListOption,
  interest: ListOption,
};

type Given = { readonly [Name in keyof typeof FilterOptions]?: readonly string[] | undefined };

export function addFilterOptions(command: Command): Command {
  return command
    .addOption(listOption('--type <id>', 'only claims of this type'))
    .addOption(listOption('--verdict <word>', `only relations with this verdict: ${VERDICTS.join(', ')}`))
    .addOption(listOption('--stance <word>', `only claims of this stance: ${Stance.options.join(', ')}`))
    .addOption(listOption('--source <id>', 'only claims of this source'))
    .addOption(listOption('--speaker <who>', 'only claims on this word: an entity by id or name, or "unnamed"'))
    .addOption(listOption('--kind <id>', 'only between entities of this kind'))
    .addOption(listOption('--interest <word>', `only claims made in this interest: ${INTERESTS.join(', ')}`));
}

/** The ids that an ontology gives to types of any sort. */
export async function typeIds(knowledge: KnowledgeBase) {
  const { ontology } = await knowledge.about();
  return [...ontology.relations, ...ontology.literals, ...ontology.figures].map((type) => type.id);
}

/** The filter that the options ask for. Throws a UsageError for what the graph does not have. */
export async function filterFrom(knowledge: KnowledgeBase, given: Given): Promise<ClaimFilter> {
  const { ontology, sources } = await knowledge.about();
  return {
    types: knownValues('type', given.type, await typeIds(knowledge)),
    verdicts: knownValues('verdict', given.verdict, VERDICTS),
    stances: knownValues('stance', given.stance, Stance.options),
    sources: knownValues(
      'source',
      given.source,
      sources.map((source) => source.id),
    ),
    speakers: await resolveSpeakers(knowledge, given.speaker),
    kinds: knownValues(
      'kind',
      given.kind,
      ontology.kinds.map((kind) => kind.id),
    ),
    interests: knownValues('interest', given.interest, INTERESTS),
  };
}

/** Whether a filter asks nothing. */
export function isEmptyFilter(filter: ClaimFilter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}
