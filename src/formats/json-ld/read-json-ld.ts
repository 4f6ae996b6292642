import type { RecordPlace } from '../foreign/records.ts';
import type { KnownLoss, ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { collector, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { idOf, type RecordKind, ROLES } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A member that names a record: its id; what stands there where it is no such name, so that the check tells of it. */
function reference(kind: RecordKind, value: unknown): unknown {
  return idOf(kind, value) ?? value;
}

/** A member under another name, if it is there. */
function as(name: string, value: unknown): Fields {
  return value === undefined ? {} : { [name]: value };
}

function isOf(node: Fields, type: string): boolean {
  const types = member(node, 'type');
  return types === type || (Array.isArray(types) && types.includes(type));
}

function speakerOf(agent: unknown): unknown {
  if (!isObject(agent)) return reference('entity', agent);
  return { unnamed: member(agent, 'name'), ...as('reliability', member(agent, 'reliability')) };
}

/** Those who have a part in a claim, by their position. */
function withRole(node: Fields, role: string): unknown[] {
  const position = (one: unknown): number => Number(member(one, 'position') ?? 0);
  return listMember(node, 'qualifiedAttribution')
    .filter((one) => textMember(one, 'hadRole') === role)
    .toSorted((a, b) => position(a) - position(b))
    .map((one) => speakerOf(member(one, 'agent')));
}

/** Ids elsewhere, by their scheme; what stands there where it is no list of such ids, so that the check tells of it. */
function identifiersOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const pairs = value.map((one): [string | undefined, unknown] => [
    textMember(one, 'propertyID'),
    member(one, 'value'),
  ]);
  const schemes = new Set(pairs.map(([scheme]) => scheme));
  // Of two ids of one scheme, one would be lost unsaid.
  if (schemes.has(undefined) || schemes.size < pairs.length) return value;
  return Object.fromEntries(pairs);
}

/** Files of an earlier form have ids elsewhere as `sameAsIds`, by their scheme. */
function entityOf(node: Fields): unknown {
  const { id, type: _, description, identifier, sameAsIds, ...plain } = node;
  const sameAs = identifier === undefined ? sameAsIds : identifiersOf(identifier);
  return { ...plain, id: reference('entity', id), ...as('summary', description), ...as('sameAs', sameAs) };
}

function sourceOf(node: Fields): unknown {
  const { id, type: _, speaker, wasDerivedFrom, ...plain } = node;
  const from = Array.isArray(wasDerivedFrom) ? wasDerivedFrom.map((one) => reference('source', one)) : wasDerivedFrom;
  return {
    ...plain,
    id: reference('source', id),
    speaker: reference('entity', speaker),
    ...as('derivedFrom', from),
  };
}

/** Names that say in PROV what another field of the claim says already, or that were computed. */
const REPEATED = new Set([
  'type',
  'wasAttributedTo',
  'qualifiedAttribution',
  'hadPrimarySource',
  'wasQuotedFrom',
  'relationVerdict',
]);

function claimOf(node: Fields): unknown {
  const { id, text, subject, relationType, object, place, appearance, ...rest } = node;
  const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => !REPEATED.has(name)));
  const [speaker] = withRole(node, ROLES.speaker);
  return {
    ...plain,
    id: reference('claim', id),
    summary: text,
    subject: reference('entity', subject),
    type: relationType,
    ...as('object', object === undefined ? undefined : reference('entity', object)),
    ...as('place', place === undefined ? undefined : reference('entity', place)),
    source: reference('source', appearance),
    ...as('speaker', speaker),
    via: withRole(node, ROLES.via),
  };
}

const OTHERS: KnownLoss = {
  field: 'nodes of others',
  why: 'somebody added them to a file of Ascribe; only its own records are read from JSON-LD',
  keptBy: 'none',
};

/** Members of the outermost object that describe the graph. */
const FRAME = ['title', 'manifest', 'ontology'] as const;

/**
 * Reads JSON-LD that Ascribe wrote, in the form in which it was written (a program that expands or flattens it makes
 * another form, which is refused). No context is fetched: the one inside is not needed to read it.
 */
export async function readJsonLd(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'json-ld', options);
    const findings = findingsOf(foreign);
    const records = new OwnGraph(foreign);
    const frame = new Map<string, unknown>();
    let broken = false;
    const split = { inside: ['@graph'], depth, file: input.name, roots: 'one' } as const;
    const pieces = splitJson(textPieces(input, options), split);
    for await (const piece of pieces) {
      const { is, line, path, repeated } = piece;
      if (is === 'close') continue;
      const name = path.at(-1);
      if (is === 'member' && repeated !== true && !FRAME.some((one) => one === name)) continue;
      const read = readRecord(piece, depth, findings);
      if (read === undefined) {
        broken = true;
        continue;
      }
      if (is === 'member') frame.set(String(name), read.value);
      else if (!take(records, read.value, { line, path })) foreign.lose(OTHERS);
    }
    if (!broken && records.records === 0 && !frame.has('ontology')) {
      throw new ReadFailure({
        code: 'invalid-format',
        file: input.name,
        message: 'This is no JSON-LD that Ascribe wrote',
        expected: 'a file as `ascribe export --format json-ld` writes it, not expanded or flattened by another program',
      });
    }
    return await records.finish({
      title: frame.get('title'),
      manifest: frame.get('manifest'),
      ontology: frame.get('ontology'),
    });
  } catch (error) {
    return failed(error);
  }
}

/** Adds a node as the record that it is; false where it is none. */
function take(records: OwnGraph, node: unknown, place: RecordPlace): boolean {
  if (!isObject(node)) return false;
  const { id } = node;
  if (isOf(node, 'Claim') && idOf('claim', id) !== undefined) records.addClaim(claimOf(node), place);
  else if (isOf(node, 'Document') && idOf('source', id) !== undefined) records.addSource(sourceOf(node), place);
  else if (isOf(node, 'Thing') && idOf('entity', id) !== undefined) records.addEntity(entityOf(node), place);
  else return false;
  return true;
}
