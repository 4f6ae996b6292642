import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { WalkOptions } from '../knowledge/trace-answers.ts';
import { RelationId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { knownValues, ListOption, listOption } from './options.ts';
import { resolveEntities } from './resolve-entity.ts';
import { resolveVoices } from './resolve-voice.ts';

/** Options that say which relations may be walked, the same for every verb that walks. */
export const WalkingOptions = {
  type: ListOption,
  direction: z.enum(['both', 'along', 'against']).default('both'),
  only: ListOption,
  without: ListOption,
  minBelief: z.number().optional(),
  includeUnknown: z.boolean().default(false),
  disputed: z.boolean(),
  avoid: ListOption,
  avoidRelation: ListOption,
  since: z.string().optional(),
  until: z.string().optional(),
};

type Given = z.infer<z.ZodObject<typeof WalkingOptions>>;

/** Reads a number from 0 to below 1, or a percentage such as "40%". Commander words what is thrown. */
function share(text: string): number {
  const value = /^\d+(\.\d+)?%$/u.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() !== '' && value >= 0 && value < 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to below 1, or a percentage such as 40%.');
}

/** Lets relations be walked one way only. A join has no direction and goes without. */
export function addDirection(command: Command): Command {
  return command.addOption(
    new Option('--direction <way>', 'walk relations from subject to object, the other way, or both')
      .choices(['both', 'along', 'against'])
      .default('both'),
  );
}

export function addWalkingOptions(command: Command): Command {
  return addWalkLimits(
    command.addOption(listOption('--type <id>', 'walk only relations of this type and its narrower ones')),
  );
}

/** All but `--type`, which another verb may have for more than its walks. */
export function addWalkLimits(command: Command): Command {
  return command
    .addOption(listOption('--only <who>', 'weigh the word of this source, speaker, publisher or origin alone'))
    .addOption(listOption('--without <who>', 'weigh without the word of this source, speaker, publisher or origin'))
    .addOption(
      new Option('--min-belief <share>', 'walk only what is believed at least so far: 0.4 or 40%').argParser(share),
    )
    .option('--include-unknown', 'walk relations with too little evidence, too')
    .option('--no-disputed', 'walk no disputed relation')
    .addOption(listOption('--avoid <entity>', 'go not through this entity'))
    .addOption(listOption('--avoid-relation <id>', 'walk not this relation'))
    .option('--since <date>', 'only what may have held then or later (EDTF); what has no date passes')
    .option('--until <date>', 'only what may have held then or earlier (EDTF); what has no date passes');
}

/** What the options ask for. Throws a UsageError for what the graph does not have. */
export async function walkFrom(knowledge: KnowledgeBase, given: Given): Promise<WalkOptions> {
  const { ontology } = await knowledge.about();
  return {
    direction: given.direction,
    types: knownValues(
      'type',
      given.type,
      ontology.relations.map((type) => type.id),
    ),
    only: given.only === undefined ? undefined : await resolveVoices(knowledge, given.only),
    without: given.without === undefined ? undefined : await resolveVoices(knowledge, given.without),
    minBelief: given.minBelief,
    includeUnknown: given.includeUnknown,
    noDisputed: !given.disputed,
    avoid: await resolveEntities(knowledge, given.avoid),
    avoidRelations: given.avoidRelation?.map(relationIdOf),
    since: given.since,
    until: given.until,
  };
}

function relationIdOf(text: string): RelationId {
  const parsed = RelationId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--avoid-relation: ${JSON.stringify(text)} is no id of a relation, as SUBJECT~TYPE~OBJECT.`);
}
