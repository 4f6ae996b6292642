import type { ForeignTime } from '../foreign/records.ts';
import { textMember, textsMember } from '../json-stream/attributes-of.ts';
import type { Fields, StixObject } from './stix-object.ts';
import { NO_THING, SAYING } from './what-is-said.ts';

/** What `name` is called in observables that have none. */
const NAME_FIELDS = ['name', 'value', 'path', 'key', 'subject', 'display_name', 'user_id', 'account_login', 'abstract'];

function filled(fields: Fields, name: string): string[] {
  const text = textMember(fields, name);
  return text === undefined || text.trim() === '' ? [] : [text];
}

/** The name of a thing, or what stands for one; undefined where it has neither. A location needs none (STIX 2.1, 4.10). */
export function nameOf({ type, fields }: StixObject): string | undefined {
  const [name] = NAME_FIELDS.flatMap((field) => filled(fields, field));
  if (name !== undefined || type !== 'location') return name;
  const parts = ['street_address', 'city', 'administrative_area', 'country'].flatMap((field) => filled(fields, field));
  const [region] = parts.length > 0 ? [parts.join(', ')] : filled(fields, 'region');
  if (region !== undefined) return region;
  const { latitude, longitude } = fields;
  return typeof latitude === 'number' && typeof longitude === 'number' ? `${latitude}, ${longitude}` : undefined;
}

/** The fields that say when a thing happened or was seen. */
const TIMES: ReadonlyMap<string, readonly [start: string, end: string]> = new Map([
  ['campaign', ['first_seen', 'last_seen']],
  ['incident', ['first_seen', 'last_seen']],
  ['observed-data', ['first_observed', 'last_observed']],
]);

export function timeOfThing({ type, fields }: StixObject): ForeignTime | undefined {
  const [first, last] = TIMES.get(type) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [start, end] = [textMember(fields, first), textMember(fields, last)];
  return start === undefined && end === undefined ? undefined : { start, end };
}

/** Members that tell of the record, and of no connection of the thing. */
const OF_RECORD: ReadonlySet<string> = new Set(['created_by_ref', 'x_mitre_modified_by_ref', 'object_marking_refs']);

/** What a thing refers to by its own members (`object_refs` of a report, `resolves_to_refs` of a domain), each once. */
export function references({ type, fields }: StixObject): { readonly member: string; readonly ref: string }[] {
  if (SAYING.has(type) || NO_THING.has(type)) return [];
  return Object.keys(fields).flatMap((member) => {
    if (OF_RECORD.has(member)) return [];
    const refs = member.endsWith('_refs')
      ? textsMember(fields, member)
      : member.endsWith('_ref')
        ? filled(fields, member)
        : [];
    return [...new Set(refs)].map((ref) => ({ member, ref }));
  });
}
