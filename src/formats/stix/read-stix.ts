import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { collector, type Frame, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { ASCRIBE, EXTENSION } from './extension.ts';
import { ForeignStix } from './foreign-stix.ts';

/**
 * Reads a STIX 2.1 (or 2.0) bundle, object by object. What Ascribe wrote comes back as the records that it carries; any
 * other object is read as what STIX says of it. Nothing that an object points to is fetched.
 */
export async function readStix(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'stix', options);
    const findings = findingsOf(foreign);
    const own = new OwnGraph(foreign);
    const others = new ForeignStix(foreign, input.name);
    let frame: Frame = {};
    /** Whether it says so, or has objects as a bundle has (a TAXII envelope). */
    let isBundle = false;
    const pieces = splitJson(textPieces(input, options), { inside: ['objects'], depth, file: input.name });
    for await (const piece of pieces) {
      if (piece.is === 'close') continue;
      const place = { line: piece.line, path: piece.path };
      if (piece.is === 'record') isBundle = true;
      const read = readRecord(piece, depth, findings);
      if (read === undefined) continue;
      if (piece.is === 'member') {
        if (piece.path.at(-1) === 'type' && read.value === 'bundle') isBundle = true;
        continue;
      }
      if (!isObject(read.value)) notAnObject(foreign, read.value, place);
      else {
        const carried = member(member(read.value, 'extensions'), EXTENSION);
        const framed = isObject(carried) ? take(own, others, read.value, carried, place) : undefined;
        if (framed !== undefined) frame = { ...frame, ...framed };
        else if (read.value['id'] !== ASCRIBE && read.value['id'] !== EXTENSION) others.add(read.value, place);
      }
    }
    if (!isBundle) {
      throw new ReadFailure({
        code: 'invalid-format',
        file: input.name,
        message: 'This is no STIX bundle',
        expected: 'a JSON object of type "bundle", or one with "objects"',
      });
    }
    others.finish();
    return await own.finish(frame);
  } catch (error) {
    return failed(error);
  }
}

function notAnObject(foreign: ForeignGraph, value: unknown, place: RecordPlace): void {
  foreign.bad(
    { code: 'invalid-value', message: 'An object of the bundle is none', expected: 'an object', got: showValue(value) },
    place,
  );
}

/** Takes what the extension carries; undefined where that is nothing of Ascribe's. */
function take(
  own: OwnGraph,
  others: ForeignStix,
  object: Readonly<Record<string, unknown>>,
  carried: Readonly<Record<string, unknown>>,
  place: RecordPlace,
): Frame | undefined {
  const at = (...steps: (string | number)[]): RecordPlace => ({
    ...place,
    path: [...(place.path ?? []), 'extensions', EXTENSION, ...steps],
  });
  const entity = member(carried, 'entity');
  const claim = member(carried, 'claim');
  const ontology = member(carried, 'ontology');
  const ref = textMember(object, 'id');
  if (entity !== undefined) {
    own.addEntity(entity, at('entity'));
    const key = textMember(entity, 'id');
    if (ref !== undefined && key !== undefined) others.knowEntity(ref, key);
  } else if (claim !== undefined) {
    own.addClaim(claim, at('claim'));
    const [from, to, type] = ['subject', 'object', 'type'].map((name) => textMember(claim, name));
    const isRelated = ref !== undefined && from !== undefined && to !== undefined && type !== undefined;
    if (isRelated && object['type'] === 'relationship') others.knowRelation(ref, { from, to, type });
  } else if (ontology !== undefined) {
    for (const [i, source] of listMember(carried, 'sources').entries()) own.addSource(source, at('sources', i));
    const title = textMember(carried, 'title');
    const manifest = member(carried, 'manifest');
    return {
      ontology,
      ...(title === undefined ? {} : { title }),
      ...(manifest === undefined ? {} : { manifest }),
    };
  } else return undefined;
  return {};
}
