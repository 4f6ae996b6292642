import type { Attribute } from '../../model/attributes.ts';
import { typedValue, type ValueType } from './typed-value.ts';

/** Values of one attribute that are remembered: more of them are no repeated ones. */
const MOST = 1000;
/** UTF-16 units: longer texts are seldom repeated. */
const LONGEST = 64;

/** One value, and whether its text is of the type that it is declared to be. */
export interface GivenValue {
  readonly attribute: Attribute;
  readonly fits: boolean;
}

/**
 * Makes attributes of texts. Most records of a file have one of few values; they share the attribute, so that half a
 * million edges need not hold half a million times the same words.
 */
export class SharedAttributes {
  readonly #byName: Readonly<Record<ValueType, Map<string, Map<string, GivenValue>>>> = {
    text: new Map(),
    number: new Map(),
    boolean: new Map(),
  };

  of(name: string, text: string, type: ValueType): GivenValue {
    const known = this.#byName[type].get(name);
    const found = known?.get(text);
    if (found !== undefined) return found;
    const value = typedValue(text, type);
    const given: GivenValue = {
      attribute: Object.freeze({ name, value: value ?? text }),
      fits: value !== undefined || text.trim() === '',
    };
    if (text.length > LONGEST) return given;
    if (known === undefined) {
      // A hostile file can have as many names as values.
      const names = this.#byName[type];
      if (names.size < MOST) names.set(name, new Map([[text, given]]));
    } else if (known.size < MOST) known.set(text, given);
    return given;
  }
}
