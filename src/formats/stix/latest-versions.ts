import canonicalize from 'canonicalize';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { givenTwice } from '../foreign/missing.ts';
import { textMember } from '../json-stream/attributes-of.ts';
import { ReadFailure } from '../read-failure.ts';
import type { StixObject } from './stix-object.ts';

/** When a version was made, in milliseconds since 1970; before all others where the object does not tell. */
function versionOf({ fields }: StixObject): number {
  const time = Date.parse(textMember(fields, 'modified') ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/**
 * The objects of a bundle, of each id the version that was modified last (STIX 2.1, 3.6.1), wherever it stands. Earlier
 * ones are counted as a loss; one version that stands twice and says two things is told as bad.
 */
export class LatestVersions {
  readonly #foreign: ForeignGraph;
  readonly #file: string;
  readonly #most: number;
  readonly #byId = new Map<string, StixObject>();

  /** `most`: how many objects are held at most; `file`: its name as people are told it. */
  constructor(foreign: ForeignGraph, { most, file }: { readonly most: number; readonly file: string }) {
    this.#foreign = foreign;
    this.#file = file;
    this.#most = most;
  }

  /** Throws a ReadFailure where there are too many. */
  take(object: StixObject): void {
    const known = this.#byId.get(object.id);
    if (known === undefined) {
      if (this.#byId.size >= this.#most) throw this.#tooMany();
      this.#byId.set(object.id, object);
      return;
    }
    const [before, now] = [versionOf(known), versionOf(object)];
    if (before === now) {
      if (canonicalize(known.fields) === canonicalize(object.fields)) return;
      this.#foreign.bad(givenTwice('object', object.id), object.place);
      return;
    }
    if (now > before) this.#byId.set(object.id, object);
    this.#foreign.lose({
      field: 'earlier versions',
      why: 'of an object that stands in several versions, the one modified last counts; what the earlier ones said is left out',
      keptBy: 'none',
    });
  }

  get(id: string): StixObject | undefined {
    return this.#byId.get(id);
  }

  /** In the order in which their ids first stand in the file. */
  all(): Iterable<StixObject> {
    return this.#byId.values();
  }

  #tooMany(): ReadFailure {
    return new ReadFailure({
      code: 'too-large',
      file: this.#file,
      message: 'The file holds too many records, and was not read',
      expected: `at most ${this.#most} objects`,
      remedy: 'Split it, or take a part of it',
    });
  }
}
