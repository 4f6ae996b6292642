import { weightsOfVersion } from '../../evidence/weight-changes.ts';
import { confidenceOf, DEFAULT_WEIGHTS, weigh } from '../../evidence/weights.ts';
import type { Attribute } from '../../model/attributes.ts';
import { type Claim, isNamed, type Speaker } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { groupBy } from '../../model/group-by.ts';
import { isObject, listMember, textsMember } from '../json-stream/attributes-of.ts';
import { OTHER_TOOL } from './names.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a column says of a record by its JSON. Where the JSON alone cannot tell, what stands there now. */
export type Told = (record: Json, now: Attribute['value'] | undefined) => unknown;

const field =
  (name: string): Told =>
  (record) =>
    record[name];
const locator =
  (name: string): Told =>
  ({ locator: at }) =>
    isObject(at) ? at[name] : undefined;

/** What `propertyRows` writes of an entity, but its statements, which are made of several records. */
export const NODE_COLUMNS: Readonly<Record<string, Told>> = {
  label: field('name'),
  ...Object.fromEntries(['kind', 'name', 'subkind', 'summary', 'when'].map((name) => [name, field(name)])),
  aliases: (entity) => textsMember(entity, 'aliases').join(' | '),
};
/** What `propertyRows` writes of a claim alone. `subject`, `object` and `type` are no attributes. */
export const EDGE_COLUMNS: Readonly<Record<string, Told>> = {
  subject: field('subject'),
  object: field('object'),
  type: field('type'),
  'claim.type': field('type'),
  interaction: field('type'),
  stance: ({ stance = 'asserts' }) => stance,
  // It begins with words of the ontology and the name of an entity.
  label: ({ stance = 'asserts' }, now) =>
    now === undefined || typeof stance !== 'string' || String(now).endsWith(` ${stance}`) ? now : `… ${stance}`,
  'speaker.id': ({ speaker }) => (typeof speaker === 'string' ? speaker : undefined),
  'source.id': field('source'),
  ...Object.fromEntries(['hedge', 'credibility', 'said', 'when', 'summary', 'note'].map((name) => [name, field(name)])),
  ...Object.fromEntries(['paragraph', 'start', 'end', 'sha256'].map((name) => [`locator.${name}`, locator(name)])),
};

/** What other tools said of a record when it was written, by column, values of one name joined as `propertyRows` has them. */
export function toldByOthers(record: Json): ReadonlyMap<string, unknown> {
  const given = listMember(record, 'attributes').filter(isObject);
  const told = new Map<string, unknown>();
  for (const [name, all] of groupBy(given, (one) => (typeof one['name'] === 'string' ? one['name'] : ''))) {
    told.set(
      `${OTHER_TOOL}${name}`,
      all.length === 1
        ? all[0]?.['value']
        : all.map(({ value }) => (typeof value === 'object' ? '' : value)).join(' | '),
    );
  }
  return told;
}

/**
 * What it writes of a claim by the other records of its graph. Verdicts, which are weighed of many claims, and the
 * attribution, which is made of these, are left out.
 */
const JOINT_COLUMNS = ['speaker', 'via', 'source', 'source.reliability', 'place', 'confidence'] as const;
export type JointColumn = (typeof JOINT_COLUMNS)[number];
const JOINT: ReadonlySet<string> = new Set(JOINT_COLUMNS);

export function isJoint(name: string): name is JointColumn {
  return JOINT.has(name);
}

/** What they say in a graph. Undefined where that cannot be told: a confidence, by weights that this Ascribe does not know. */
export function jointColumns(graph: GraphDocument): (claim: Claim, name: JointColumn) => string | number | undefined {
  const weights = weightsOfVersion(graph.manifest?.weights ?? DEFAULT_WEIGHTS.version);
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const nameOf = (speaker: Speaker): string =>
    isNamed(speaker) ? (entities.get(speaker)?.name ?? speaker) : speaker.unnamed;
  return (claim, name) => {
    switch (name) {
      case 'speaker':
        return nameOf(claim.speaker);
      case 'via':
        return claim.via.map(nameOf).join(' | ');
      case 'source':
        return sources.get(claim.source)?.title;
      case 'source.reliability':
        return sources.get(claim.source)?.reliability;
      case 'place':
        return claim.place === undefined ? '' : nameOf(claim.place);
      case 'confidence':
        return weights === undefined ? undefined : confidenceOf(weigh(claim, { sources, entities }, weights).units);
    }
  };
}
