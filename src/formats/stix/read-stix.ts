import { runSliced } from '../../knowledge/run-sliced.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { isObject, textMember } from '../json-stream/attributes-of.ts';
import { collector, type Frame, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { Authors } from './authors.ts';
import { tellChanges } from './changes.ts';
import { ASCRIBE, EXTENSION } from './extension.ts';
import { ForeignStix } from './foreign-stix.ts';
import { LatestVersions } from './latest-versions.ts';
import { REVOKED } from './left-out.ts';
import { carriedBy, referredOf, takeOwn, withoutRepeats } from './own-objects.ts';
import type { Fields, StixObject } from './stix-object.ts';
import { References, type Referred } from './what-is-said.ts';

/**
 * Reads a STIX 2.1 (or 2.0) bundle, object by object; an envelope of TAXII or single objects, too. What Ascribe wrote comes
 * back as the records that it carries; any other object is read as what STIX says of it, in its latest version. Nothing
 * that an object points to is fetched.
 *
 * Memory: objects are held until all are read, since a later version, or what an object is about, may stand anywhere.
 */
export async function readStix(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth, text: longest, records } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'stix', options);
    const findings = findingsOf(foreign);
    const bundle = new Bundle(foreign, new LatestVersions(foreign, { most: records, file: input.name }));
    /** The members of an object that is no bundle: of a single object of STIX, perhaps. */
    let single = new Map<string, unknown>();
    let line = 1;
    const pieces = splitJson(textPieces(input, options), { inside: ['objects'], depth, file: input.name });
    for await (const piece of pieces) {
      if (piece.is === 'close') {
        bundle.close(Object.fromEntries(single), { line, path: piece.path });
        single = new Map();
        continue;
      }
      const place = { line: piece.line, path: piece.path };
      if (piece.is === 'record') bundle.isOne = true;
      const read = readRecord(piece, depth, findings);
      if (read === undefined) continue;
      if (piece.is === 'record') bundle.take(read.value, place);
      else {
        if (single.size === 0) line = piece.line;
        single.set(String(piece.path.at(-1)), read.value);
      }
    }
    if (!bundle.isOne) {
      throw new ReadFailure({
        code: 'invalid-format',
        file: input.name,
        message: 'This is no STIX bundle',
        expected: 'a JSON object of type "bundle", or one with "objects"',
      });
    }
    const own = new OwnGraph(foreign);
    bundle.objects.settle();
    const found = bundle.separate(own);
    const known = options.mapping?.source ?? {};
    const references = new References((id) => bundle.objects.get(id), found.own);
    const authors = new Authors(bundle.objects.all(), references, known.publisher ?? known.author);
    const others = new ForeignStix(foreign, references, authors, { known, longest });
    await runSliced(others.take(found.others), options.signal);
    return await own.finish(found.frame);
  } catch (error) {
    return failed(error);
  }
}

/** The objects of a bundle, as they come in. */
class Bundle {
  readonly #foreign: ForeignGraph;
  readonly objects: LatestVersions;
  /** Whether it says so, or has objects as a bundle has (an envelope of TAXII). */
  isOne = false;

  constructor(foreign: ForeignGraph, objects: LatestVersions) {
    this.#foreign = foreign;
    this.objects = objects;
  }

  take(value: unknown, place: RecordPlace): void {
    const id = textMember(value, 'id');
    const type = textMember(value, 'type');
    if (!isObject(value)) {
      this.#foreign.bad(
        {
          code: 'invalid-value',
          message: 'An object of the bundle is none',
          expected: 'an object',
          got: showValue(value),
        },
        place,
      );
    } else if (type === undefined || id === undefined || type === '' || id === '') {
      this.#foreign.bad(
        {
          code: 'missing-field',
          message: 'An object has no type or no id',
          expected: 'type and id as texts',
          got: showValue({ type: value['type'], id: value['id'] }),
        },
        place,
      );
    } else this.objects.take({ type, id, fields: withoutRepeats(value), place });
  }

  /** The outermost object has ended: it was a bundle, or is an object itself. */
  close(fields: Fields, place: RecordPlace): void {
    const [type, id] = [textMember(fields, 'type'), textMember(fields, 'id')];
    if (type === 'bundle') this.isOne = true;
    else if (type !== undefined && id?.startsWith(`${type}--`)) {
      this.isOne = true;
      this.take(fields, place);
    }
  }

  /** Gives the objects of Ascribe to `own`, and back all others, with what is known of those of Ascribe. */
  separate(own: OwnGraph): {
    readonly others: readonly StixObject[];
    readonly own: ReadonlyMap<string, Referred>;
    readonly frame: Frame;
  } {
    let frame: Frame = {};
    const known = new Map<string, Referred>();
    const others: StixObject[] = [];
    const taken: { readonly object: StixObject; readonly carried: Fields }[] = [];
    for (const object of this.objects.all()) {
      const carried = carriedBy(object.fields);
      const is = carried === undefined ? undefined : referredOf(object, carried);
      if (carried !== undefined && is !== undefined) {
        known.set(object.id, is);
        if (is.is === 'revoked') this.#foreign.lose(REVOKED);
        else {
          frame = { ...frame, ...takeOwn(own, carried, object) };
          taken.push({ object, carried });
        }
      } else if (object.id === ASCRIBE || object.id === EXTENSION) known.set(object.id, { is: 'no thing' });
      else others.push(object);
    }
    for (const { object, carried } of taken) tellChanges(object, carried, known, this.#foreign);
    return { others, own: known, frame };
  }
}
