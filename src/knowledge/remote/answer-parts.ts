/**
 * Long lists of an answer are sent in parts. An answer that comes in one message is unpacked in one go: one of 13,000
 * relations keeps a page from drawing for a third of a second. Parts are unpacked one by one, with frames between them.
 */

/** Most items of a list in one message. Of relations in one line these are some 150 KB, unpacked in some 5 ms. */
const PART_ITEMS = 256;

/** How many objects deep lists are looked for. No list within a list is cut. */
const DEPTH = 3;

/** Items of the list that stands at a path of keys; parts of one list come in order. */
export interface AnswerPart {
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

export interface CutAnswer {
  /** The answer with an empty list in place of each that was cut. */
  readonly answer: unknown;
  readonly parts: readonly AnswerPart[];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Cuts the lists of an answer that are longer than `most`. The answer itself is left as it is. */
export function cutAnswer(answer: unknown, most = PART_ITEMS): CutAnswer {
  const parts: AnswerPart[] = [];
  const cut = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      if (value.length <= most) return value;
      for (let at = 0; at < value.length; at += most) parts.push({ path, items: value.slice(at, at + most) });
      return [];
    }
    if (!isPlain(value) || path.length === DEPTH) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, [...path, key])]));
  };
  return { answer: cut(answer, []), parts };
}

/** Puts the parts back into the lists of an answer, in place. Throws a RangeError where there is no list for one. */
export function joinAnswer({ answer, parts }: CutAnswer): unknown {
  for (const { path, items } of parts) {
    let list: unknown = answer;
    for (const key of path) list = isPlain(list) ? list[key] : undefined;
    if (!Array.isArray(list)) throw new RangeError(`The answer has no list at ${JSON.stringify(path)}.`);
    for (const item of items) list.push(item);
  }
  return answer;
}
