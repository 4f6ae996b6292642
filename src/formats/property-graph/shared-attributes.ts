import type { Attribute } from '../../model/attributes.ts';
import { typedValue, type ValueType } from './typed-value.ts';

/** Values that are remembered of one attribute: the days of two decades. Of one that is different each time, no more are. */
const MOST_OF_ONE = 8_000;
/** Values that are remembered of all attributes together. */
const MOST = 80_000;
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

  #held = 0;

  of(name: string, text: string, type: ValueType): GivenValue {
    const known = this.#byName[type].get(name);
    const found = known?.get(text);
    if (found !== undefined) return found;
    const value = typedValue(text, type);
    const given: GivenValue = {
      attribute: Object.freeze({ name, value: value ?? text }),
      fits: value !== undefined || text.trim() === '',
    };
    if (text.length > LONGEST || this.#held >= MOST || (known !== undefined && known.size >= MOST_OF_ONE)) return given;
    this.#held++;
    if (known === undefined) this.#byName[type].set(name, new Map([[text, given]]));
    else known.set(text, given);
    return given;
  }
}
