import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/registry.ts';
import type { FuzzFile } from './foreign-readers/laws.ts';
import { samples } from './foreign-readers/samples.ts';
import { type Spoil, spoils, spoilt } from './foreign-readers/spoil.ts';
import { WatchedReader } from './foreign-readers/watched-reader.ts';

/**
 * Every reader is given spoilt files of its own format and files of all others. Whatever it is given, it comes to an end in
 * 2 seconds, does not throw, gives a graph exactly where it tells of no error, only graphs that the schema and the checks
 * take, tells each fault with its place, and with bad records left out refuses no file for a record. Over all of them the
 * heap stays below 400 MB, and `Object.prototype` as it is.
 */
const PATIENCE = 2000;
const MEGABYTES = 400;
/** Milliseconds for the files of one format, so that the whole stays short on a busy machine. */
const TIME = 700;

const PINNED = 20261121;
const FRESH = Date.now() % 2 ** 31;

const reader = new WatchedReader({ megabytes: MEGABYTES, patience: PATIENCE });
afterAll(() => reader.close());

const all = await samples(PINNED);
const readable = FORMATS.filter(({ read, readTogether }) => read !== undefined || readTogether !== undefined).map(
  ({ id }) => id,
);

/** One of the sample's files spoilt, the others as they are. */
function withSpoilt(files: readonly FuzzFile[], ways: readonly Spoil[], pick: number, other: Uint8Array): FuzzFile[] {
  return files.map(({ name, bytes }, i) => ({
    name,
    bytes: i === pick % files.length ? spoilt(bytes, ways, other) : bytes,
  }));
}

test('there is a sample of each format that is read', () => {
  expect(new Set(all.map(({ format }) => format))).toEqual(new Set(readable));
});

describe.each(readable)('%s', (format) => {
  const own = all.filter((sample) => sample.format === format);
  // Places in the lists and no files, so that a failure prints few words.
  const law = fc.asyncProperty(
    fc.nat(own.length - 1),
    fc.nat(all.length - 1),
    spoils,
    fc.nat(100),
    async (sample, other, ways, pick) => {
      const given = withSpoilt(own[sample]?.files ?? [], ways, pick, all[other]?.files[0]?.bytes ?? new Uint8Array());
      expect(await reader.fault(format, given)).toBeUndefined();
    },
  );

  test('its own good files keep the laws, and so do those of all other formats', async () => {
    for (const { format: from, files } of all) {
      expect(await reader.fault(format, files), `a file of ${from}`).toBeUndefined();
    }
  }, 60_000);

  test.each([
    ['pinned', PINNED, 300],
    ['fresh', FRESH, 150],
  ])(
    'spoilt files (%s seed %i)',
    async (_, seed, numRuns) => {
      await fc.assert(law, { seed, numRuns, interruptAfterTimeLimit: TIME });
    },
    60_000,
  );
});
