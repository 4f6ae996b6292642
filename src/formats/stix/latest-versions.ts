import canonicalize from 'canonicalize';
import { byCodePoint } from '../../model/order.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { givenTwice } from '../foreign/missing.ts';
import { textMember } from '../json-stream/attributes-of.ts';
import { ReadFailure } from '../read-failure.ts';
import { joined } from './joined-copies.ts';
import type { StixObject } from './stix-object.ts';
import { NO_THING, SAYING } from './what-is-said.ts';

/** When a version was made: milliseconds since 1970 and the digits of its second; before all others where it is not told. */
interface Version {
  readonly time: number;
  readonly fraction: string;
}

function versionOf({ fields }: StixObject): Version {
  const text = textMember(fields, 'modified') ?? '';
  const time = Date.parse(text);
  if (Number.isNaN(time)) return { time: Number.NEGATIVE_INFINITY, fraction: '' };
  // STIX allows more digits than a date of JavaScript keeps.
  const [, digits = ''] = /\.(\d+)/u.exec(text) ?? [];
  return { time, fraction: digits.replace(/0+$/u, '') };
}

/** Negative where the first is the earlier one. */
function compareVersions(a: Version, b: Version): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return byCodePoint(a.fraction, b.fraction);
}

/** Whether an object is a thing that has no versions: of an observable, copies may each know a part. */
function isUnversioned({ type, fields }: StixObject): boolean {
  return fields['modified'] === undefined && !SAYING.has(type) && !NO_THING.has(type);
}

/**
 * The objects of a bundle, of each id the version that was modified last (STIX 2.1, 3.6.1), wherever it stands. Earlier
 * ones are counted as a loss; one version that stands twice and says two things is told as bad. Observables have no
 * versions, and an id that is made of some of their fields: what their copies say is joined.
 */
export class LatestVersions {
  readonly #foreign: ForeignGraph;
  readonly #file: string;
  readonly #most: number;
  readonly #byId = new Map<string, StixObject>();
  readonly #copies = new Map<string, StixObject[]>();
  #held = 0;

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
      this.#hold();
      this.#byId.set(object.id, object);
      return;
    }
    const order = compareVersions(versionOf(known), versionOf(object));
    if (order === 0) {
      if (canonicalize(known.fields) === canonicalize(object.fields)) return;
      if (known.type === object.type && isUnversioned(known) && isUnversioned(object)) {
        this.#hold();
        const copies = this.#copies.get(object.id);
        if (copies === undefined) this.#copies.set(object.id, [known, object]);
        else copies.push(object);
      } else this.#foreign.bad(givenTwice('object', object.id), object.place);
      return;
    }
    if (order < 0) this.#byId.set(object.id, object);
    this.#foreign.lose({
      field: 'earlier versions',
      why: 'of an object that stands in several versions, the one modified last counts; what the earlier ones said is left out',
      keptBy: 'none',
    });
  }

  /** Joins the copies of observables. To be called when all objects were taken. */
  settle(): void {
    for (const [id, copies] of this.#copies) {
      const known = this.#byId.get(id);
      // A version that came with a date goes before copies without one.
      if (known !== undefined && isUnversioned(known)) this.#byId.set(id, joined(known, copies, this.#foreign));
    }
    this.#copies.clear();
  }

  #hold(): void {
    if (this.#held >= this.#most) throw this.#tooMany();
    this.#held++;
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
