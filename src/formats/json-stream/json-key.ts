import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import { keyOf } from '../property-graph/key-of.ts';

/** Whether all that stands in a list, and in lists in it, can be a key. */
function isTuple(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((one) => (Array.isArray(one) ? isTuple(one) : keyOf(one) !== undefined));
}

/**
 * What stands in JSON for the id of a node as a text: tools number their nodes, too, and networkx names those of a grid by
 * tuples, which are lists in JSON and are known by their JSON text here: `[0,1]`. Undefined for anything else.
 */
export function jsonKey(value: unknown): string | undefined {
  if (!Array.isArray(value)) return keyOf(value);
  return isTuple(value) ? JSON.stringify(value) : undefined;
}

/** Whether a text is what a number would be as a key. */
function looksLikeNumber(text: string): boolean {
  return /^-?\d/u.test(text) && String(Number(text)) === text;
}

/**
 * Takes the keys of nodes as they come. For networkx 1 and "1" are two nodes, for most other tools one: where a file has
 * both, that is told.
 */
export class NodeKeys {
  readonly #foreign: ForeignGraph;
  #hasNumbers = false;
  #hasDigits = false;

  constructor(foreign: ForeignGraph) {
    this.#foreign = foreign;
  }

  /** The key of a node; undefined, and told as bad, where there is none or 1 and "1" would be one. */
  take(value: unknown, expected: string, record: unknown, place: RecordPlace): string | undefined {
    const key = jsonKey(value);
    if (key === undefined) {
      const isMissing = value === undefined || value === null;
      this.#foreign.bad(
        {
          code: isMissing ? 'missing-field' : 'invalid-value',
          message: isMissing ? 'A node has no key' : 'The key of a node is none',
          expected,
          got: showValue(isMissing ? record : value),
        },
        place,
      );
      return undefined;
    }
    if (!looksLikeNumber(key)) return key;
    if (typeof value === 'number') this.#hasNumbers = true;
    else this.#hasDigits = true;
    if (!this.#hasNumbers || !this.#hasDigits || !this.#foreign.hasNode(key)) return key;
    this.#foreign.bad(
      {
        code: 'duplicate-id',
        id: key,
        message: 'The key of the node is given twice; a number and a text of its digits are one key',
        expected: 'keys that differ in more than that',
        got: showValue(value),
        remedy: 'Rename one of the two nodes, and the ends of its edges',
      },
      place,
    );
    return undefined;
  }
}
