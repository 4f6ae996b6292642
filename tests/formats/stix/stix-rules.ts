/**
 * What STIX 2.1 asks of every bundle, as far as Ascribe writes it; the numbers are those of the OASIS standard of
 * 10 June 2021. It is written down here because no package of the registry carries the published JSON schemas.
 */
type Fields = Readonly<Record<string, unknown>>;

const ID = /^[a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u;
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name'],
  incident: ['name'],
  location: [],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  opinion: ['opinion', 'object_refs'],
  note: ['content', 'object_refs'],
  grouping: ['context', 'object_refs'],
  'extension-definition': ['name', 'schema', 'version', 'extension_types', 'created_by_ref'],
};
const OPINIONS = ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'];

/** Empty lists and nulls, which no property may have (3.1), by their path. */
function empties(value: unknown, path: string): string[] {
  if (value === null) return [path];
  if (Array.isArray(value))
    return value.length === 0 ? [path] : value.flatMap((one, i) => empties(one, `${path}.${i}`));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => empties(one, `${path}.${key}`));
}

/** Every rule that a bundle breaks, in words. */
export function brokenRules(text: string): string[] {
  const bundle: Fields = JSON.parse(text);
  const broken: string[] = [];
  const objects = bundle['objects'] as Fields[];
  if (bundle['type'] !== 'bundle' || !ID.test(String(bundle['id']))) broken.push('8: no bundle');
  if (Object.keys(bundle).toSorted().join() !== 'id,objects,type') broken.push('8: a bundle has type, id and objects');
  const ids = new Set(objects.map((one) => String(one['id'])));
  if (ids.size !== objects.length) broken.push('2.9: an id stands twice');
  for (const one of objects) {
    const id = String(one['id']);
    const tell = (rule: string): void => {
      broken.push(`${id}: ${rule}`);
    };
    const required = REQUIRED[String(one['type'])];
    if (required === undefined) tell('no type that is expected here');
    if (!ID.test(id) || !id.startsWith(`${String(one['type'])}--`)) tell('2.9: the id is not type--UUID');
    for (const name of ['spec_version', 'created', 'modified', ...(required ?? [])]) {
      if (one[name] === undefined) tell(`${name} is missing`);
    }
    for (const name of ['created', 'modified', 'start_time', 'stop_time']) {
      if (one[name] !== undefined && !TIME.test(String(one[name]))) tell(`3.13: ${name} is no timestamp`);
    }
    if (one['start_time'] !== undefined && one['stop_time'] !== undefined) {
      if (!(String(one['stop_time']) > String(one['start_time']))) tell('5.1: stop_time is not later than start_time');
    }
    for (const path of empties(one, '')) tell(`3.1: ${path} is empty`);
    for (const name of Object.keys(one)) if (!/^[a-z0-9_]{2,250}$/u.test(name)) tell(`3.1: the name ${name}`);
    const refs = Object.entries(one).flatMap(([name, value]) => {
      if (name.endsWith('_ref')) return [String(value)];
      return name.endsWith('_refs') ? (value as string[]) : [];
    });
    for (const ref of refs) if (!ids.has(ref)) tell(`no object ${ref}`);
    if (one['created_by_ref'] !== undefined && !String(one['created_by_ref']).startsWith('identity--')) {
      tell('3.2: created_by_ref is no identity');
    }
    const confidence = one['confidence'];
    if (
      confidence !== undefined &&
      !(Number.isInteger(confidence) && Number(confidence) >= 0 && Number(confidence) <= 100)
    ) {
      tell('3.2: confidence is none');
    }
    if (one['type'] === 'relationship') {
      if (!/^[a-z0-9-]+$/u.test(String(one['relationship_type']))) tell('5.1: relationship_type');
      for (const end of ['source_ref', 'target_ref']) {
        if (/^(?:relationship|sighting|bundle|marking-definition|language-content)--/u.test(String(one[end]))) {
          tell(`5.1: ${end} is no domain object`);
        }
      }
    }
    if (one['type'] === 'opinion' && !OPINIONS.includes(String(one['opinion']))) tell('4.14: opinion');
    if (one['type'] === 'location' && ['region', 'country', 'latitude'].every((name) => one[name] === undefined)) {
      tell('4.11: a location without region, country and coordinates');
    }
    for (const reference of (one['external_references'] ?? []) as Fields[]) {
      if (reference['source_name'] === undefined) tell('2.5: a reference without source_name');
      if (['description', 'url', 'external_id'].every((name) => reference[name] === undefined))
        tell('2.5: an empty reference');
    }
  }
  return broken;
}
