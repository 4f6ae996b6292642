import type { RecordPlace } from '../foreign/records.ts';
import { isObject, listMember, member, textMember, textsMember } from '../json-stream/attributes-of.ts';
import type { Frame, OwnGraph } from '../json-stream/own-graph.ts';
import { entityDescription } from './entity-description.ts';
import { EXTENSION } from './extension.ts';
import { type Fields, isRevoked, type StixObject } from './stix-object.ts';
import { type Referred, SAYING } from './what-is-said.ts';

/** Stands for words of an object of Ascribe that are not those of its record; no field of STIX has a space in its name. */
export const CHANGED_WORDS = 'changed words';

/** What the extension of Ascribe carries in an object. */
export function carriedBy(fields: Fields): Fields | undefined {
  const carried = member(member(fields, 'extensions'), EXTENSION);
  return isObject(carried) ? carried : undefined;
}

/**
 * An object of Ascribe without the words that repeat its record, so that not both are held until the end. Those that say
 * something else are kept: somebody changed them.
 */
export function withoutRepeats(fields: Fields): Fields {
  const carried = carriedBy(fields);
  if (carried === undefined) return fields;
  const { description, explanation, content, external_references: _, ...rest } = fields;
  const entity = member(carried, 'entity');
  const summary = textMember(entity ?? member(carried, 'claim'), 'summary');
  const isSaid = (text: string): boolean =>
    entity === undefined
      ? text.includes(summary ?? '')
      : text === entityDescription(summary, textsMember(entity, 'aliases'));
  const words = [description, explanation, content].filter((text) => typeof text === 'string');
  const changed = isGraph(carried) ? undefined : words.find((text) => !isSaid(text));
  return changed === undefined ? rest : { ...rest, [CHANGED_WORDS]: changed };
}

/** What an object of Ascribe is to those that refer to it; undefined where it carries nothing of Ascribe’s. */
export function referredOf(object: StixObject, carried: Fields): Referred | undefined {
  const entity = member(carried, 'entity');
  if (entity !== undefined) return { is: 'node', key: textMember(entity, 'id') ?? object.id };
  const claim = member(carried, 'claim');
  if (claim === undefined) return member(carried, 'ontology') === undefined ? undefined : { is: 'no thing' };
  if (SAYING.has(object.type) && isRevoked(object)) return { is: 'revoked' };
  const [from, to, type] = ['subject', 'object', 'type'].map((name) => textMember(claim, name));
  const about = from === undefined ? [] : [from];
  const isRelated = from !== undefined && to !== undefined && type !== undefined;
  if (isRelated && object.type === 'relationship') return { is: 'claims', claims: [{ from, to, type }], about };
  return { is: 'opinion', about };
}

/** Takes the record that an object of Ascribe carries. */
export function takeOwn(own: OwnGraph, carried: Fields, { fields, place }: StixObject): Frame {
  const at = (...steps: (string | number)[]): RecordPlace => ({
    ...place,
    path: [...(place.path ?? []), 'extensions', EXTENSION, ...steps],
  });
  const entity = member(carried, 'entity');
  const claim = member(carried, 'claim');
  // The name counts, since somebody may have corrected it.
  const name = textMember(fields, 'name');
  const corrected = name === undefined || name.trim() === '' ? {} : { name };
  if (isObject(entity)) own.addEntity({ ...entity, ...corrected }, at('entity'));
  else if (entity !== undefined) own.addEntity(entity, at('entity'));
  else if (claim !== undefined) own.addClaim(claim, at('claim'));
  else {
    for (const [i, source] of listMember(carried, 'sources').entries()) own.addSource(source, at('sources', i));
    const title = textMember(carried, 'title');
    const manifest = member(carried, 'manifest');
    return {
      ontology: member(carried, 'ontology'),
      ...(title === undefined ? {} : { title }),
      ...(manifest === undefined ? {} : { manifest }),
    };
  }
  return {};
}

/** Whether an object is the grouping that holds all of a graph: its description is about the graph, and no record. */
function isGraph(carried: Fields): boolean {
  return member(carried, 'entity') === undefined && member(carried, 'claim') === undefined;
}
