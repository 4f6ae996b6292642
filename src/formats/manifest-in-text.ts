import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import { type GraphDocument, Manifest } from '../model/graph-document.ts';
import { byCodePoint } from '../model/order.ts';
import { parseRecord } from '../model/parse-record.ts';
import type { GivenIssue } from './foreign/findings.ts';
import { inlineJson } from './inline-json.ts';
import { member } from './json-stream/attributes-of.ts';
import { JsonProblem, parseJson } from './json-stream/json-text.ts';
import { MAX_DEPTH } from './nesting.ts';

/** UTF-16 units of a manifest in a cell or text of another format: spreadsheets cut a cell at 32,767. */
const LONGEST = 30_000;
/** Stands for the hash of a graph that a file does not name. */
const UNKNOWN_GRAPH = '0'.repeat(64);

/** What a text of another format holds of a manifest: all of it, but for a list of what was chosen that is too long. */
export function manifestInText(manifest: Manifest): Manifest {
  if (manifest.chosen === undefined || inlineJson(manifest).length <= LONGEST) return manifest;
  const { chosen: _, ...rest } = manifest;
  return rest;
}

/** Whether the manifest of a graph has a list that is left out in a text. */
export function isCutInText({ manifest }: Pick<GraphDocument, 'manifest'>): boolean {
  return manifest !== undefined && manifestInText(manifest) !== manifest;
}

/** What is told where a file says that denials were left out of it. */
export const DENIALS_WERE_LEFT_OUT: GivenIssue = {
  code: 'invalid-value',
  severity: 'warning',
  message: 'When this was written, claims that deny or doubt were left out on request',
  remedy: 'Take the whole selection, if verdicts are to be read from it',
};

/**
 * The manifest of a graph whose file says that denials were left out, and no more: cut in a spreadsheet, it may have lost
 * the rest. `taken` is the moment of the import, where that is known.
 */
function unknownPart(taken: Date): Manifest {
  return {
    selection:
      'a part of a graph that its file does not name, from which one claim that denies or doubts, or more, was LEFT OUT on request: verdicts here are not those of the whole graph',
    graph: UNKNOWN_GRAPH,
    weights: DEFAULT_WEIGHTS.version,
    taken: taken.toISOString(),
    leftOut: { entities: 0, claims: 1, sources: 0, denials: 1 },
    closedUnderEvidence: false,
  };
}

/** What is told of a manifest that cannot be read. */
const NO_MANIFEST: GivenIssue = {
  code: 'invalid-value',
  severity: 'warning',
  message: 'How this part of a graph was chosen cannot be read, and was passed over',
  remedy: 'Export it again, if that is to be known',
};

/** What a file that has no one place for a manifest says of it here and there: rows of several exports may stand in one. */
export class FoundManifest {
  readonly #now: Date | undefined;
  readonly #byText = new Map<string, Manifest>();
  #isMarked = false;

  constructor(now: Date | undefined) {
    this.#now = now;
  }

  /** A manifest as it was parsed. Gives what is to be told where it is none. */
  add(given: unknown): GivenIssue | undefined {
    const { value, issues } = parseRecord(Manifest, given);
    if (value !== undefined) {
      this.#byText.set(JSON.stringify(value), value);
      return undefined;
    }
    if (member(given, 'closedUnderEvidence') === false) this.#isMarked = true;
    const [first] = issues;
    return { ...NO_MANIFEST, ...(first?.got === undefined ? {} : { got: first.got }) };
  }

  /** A manifest as JSON. Gives what is to be told where it is none. */
  addText(json: string): GivenIssue | undefined {
    try {
      const { value, repeated } = parseJson(json, MAX_DEPTH);
      return repeated.length > 0 ? NO_MANIFEST : this.add(value);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      return NO_MANIFEST;
    }
  }

  /** A record says that denials were left out. */
  mark(): void {
    this.#isMarked = true;
  }

  /**
   * The manifest of all: one that says that denials were left out, if any does; one that says no more than that, where a
   * record alone tells it. Several parts that lack no denials are together something else, of which none of them tells.
   */
  get value(): Manifest | undefined {
    const all = [...this.#byText].toSorted(([a], [b]) => byCodePoint(a, b)).map(([, manifest]) => manifest);
    const open = all.find(({ closedUnderEvidence }) => !closedUnderEvidence);
    if (open !== undefined) return open;
    if (this.#isMarked) return unknownPart(this.#now ?? new Date(0));
    return all.length === 1 ? all[0] : undefined;
  }
}
