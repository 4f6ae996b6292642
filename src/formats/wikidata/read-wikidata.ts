import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { isObject } from '../json-stream/attributes-of.ts';
import { collector, findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { WikidataReader } from './wikidata-reader.ts';

/**
 * Reads JSON of Wikidata, or of another Wikibase, in any of its forms: the answer of Special:EntityData or wbgetentities
 * (`{"entities": {…}}`), a dump (a list with one entity a line), entities one after the other, or a single one.
 */
export async function readWikidata(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth, text } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'wikidata', options);
    const findings = findingsOf(foreign);
    const reader = new WikidataReader(foreign, text);
    /** Whether there was anything to be read, well or badly. */
    let found = false;
    /** Members of an entity that stands alone, until it ends. */
    let alone = new Map<string, unknown>();
    let began: RecordPlace = {};
    /** Whether one of them could not be taken: then the entity is none, as one in a list would be. */
    let broken = false;
    const pieces = splitJson(textPieces(input, options), { inside: ['entities'], depth, file: input.name });
    for await (const piece of pieces) {
      const { is, line, path } = piece;
      if (is === 'close') {
        // What surrounds a list of entities has members, too ("success"), but no id.
        if (alone.has('id')) {
          found = true;
          if (!broken) reader.add(Object.fromEntries(alone), began);
        }
        alone = new Map();
        broken = false;
        continue;
      }
      // An entity that is left out is counted once.
      if (is === 'member' && broken && options.skipBad === true) continue;
      const read = readRecord(piece, depth, findings);
      if (is === 'record' || read === undefined) found = true;
      if (read === undefined) {
        if (is === 'member') broken = true;
        continue;
      }
      if (is === 'member') {
        if (alone.size === 0) began = { line, path: path.slice(0, -1) };
        alone.set(String(path.at(-1)), read.value);
        continue;
      }
      if (isObject(read.value)) reader.add(read.value, { line, path });
      else {
        foreign.bad(
          { code: 'invalid-value', message: 'This is no entity', expected: 'an object', got: showValue(read.value) },
          { line, path },
        );
      }
    }
    if (!found) {
      throw new ReadFailure({
        code: 'invalid-format',
        file: input.name,
        message: 'The file holds no entity of Wikidata',
        expected: 'JSON as Special:EntityData, wbgetentities or a dump gives it',
      });
    }
    reader.finish();
    return await foreign.finish();
  } catch (error) {
    return failed(error);
  }
}
