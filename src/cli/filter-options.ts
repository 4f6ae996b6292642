import type { Command } from 'commander';
import { VERDICTS } from '../evidence/verdict.ts';
import { UNNAMED } from '../evidence/voices.ts';
import type { ClaimFilter, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { Stance } from '../model/claim.ts';
import { knownValues, ListOption, listOption } from './options.ts';
import { resolveEntities } from './resolve-entity.ts';

/** Options that choose claims, the same wherever claims are chosen. */
export const FilterOptions = {
  type: ListOption,
  verdict: ListOption,
  stance: ListOption,
  source: ListOption,
  speaker: ListOption,
  kind: ListOption,
};

type Given = { readonly [Name in keyof typeof FilterOptions]?: readonly string[] | undefined };

export function addFilterOptions(command: Command): Command {
  return command
    .addOption(listOption('--type <id>', 'only claims of this type'))
    .addOption(listOption('--verdict <word>', `only relations with this verdict: ${VERDICTS.join(', ')}`))
    .addOption(listOption('--stance <word>', `only claims of this stance: ${Stance.options.join(', ')}`))
    .addOption(listOption('--source <id>', 'only claims of this source'))
    .addOption(listOption('--speaker <who>', 'only claims on this word: an entity by id or name, or "unnamed"'))
    .addOption(listOption('--kind <id>', 'only between entities of this kind'));
}

/** The ids that an ontology gives to types of any sort. */
export async function typeIds(knowledge: KnowledgeBase) {
  const { ontology } = await knowledge.about();
  return [...ontology.relations, ...ontology.literals, ...ontology.figures].map((type) => type.id);
}

/** The filter that the options ask for. Throws a UsageError for what the graph does not have. */
export async function filterFrom(knowledge: KnowledgeBase, given: Given): Promise<ClaimFilter> {
  const { ontology, sources } = await knowledge.about();
  const named = await resolveEntities(
    knowledge,
    given.speaker?.filter((speaker) => speaker !== 'unnamed'),
  );
  const unnamed = given.speaker?.includes('unnamed') === true ? [UNNAMED] : [];
  return {
    types: knownValues('type', given.type, await typeIds(knowledge)),
    verdicts: knownValues('verdict', given.verdict, VERDICTS),
    stances: knownValues('stance', given.stance, Stance.options),
    sources: knownValues(
      'source',
      given.source,
      sources.map((source) => source.id),
    ),
    speakers: named === undefined ? undefined : [...named, ...unnamed],
    kinds: knownValues(
      'kind',
      given.kind,
      ontology.kinds.map((kind) => kind.id),
    ),
  };
}

/** Whether a filter asks nothing. */
export function isEmptyFilter(filter: ClaimFilter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}
