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

/** How many values are remembered of all attributes. */
interface Held {
  count: number;
}

/** The values of one attribute. */
export class SharedValues {
  readonly #name: string;
  readonly #type: ValueType;
  readonly #held: Held;
  readonly #known = new Map<string, GivenValue>();

  constructor(name: string, type: ValueType, held: Held) {
    this.#name = name;
    this.#type = type;
    this.#held = held;
  }

  of(text: string): GivenValue {
    const found = this.#known.get(text);
    if (found !== undefined) return found;
    const value = typedValue(text, this.#type);
    const given: GivenValue = {
      attribute: { name: this.#name, value: value ?? text },
      fits: value !== undefined || text.trim() === '',
    };
    if (text.length > LONGEST || this.#held.count >= MOST || this.#known.size >= MOST_OF_ONE) return given;
    this.#held.count++;
    Object.freeze(given.attribute);
    this.#known.set(text, given);
    return given;
  }
}

/**
 * Makes attributes of texts. Most records of a file have one of few values; they share the attribute, so that half a
 * million edges need not hold half a million times the same words.
 */
export class SharedAttributes {
  readonly #held: Held = { count: 0 };
  readonly #byName: Readonly<Record<ValueType, Map<string, SharedValues>>> = {
    text: new Map(),
    number: new Map(),
    boolean: new Map(),
  };

  /** The values of an attribute that is asked for again and again: it need not be looked up by its name each time. */
  column(name: string, type: ValueType): SharedValues {
    return new SharedValues(name, type, this.#held);
  }

  of(name: string, text: string, type: ValueType): GivenValue {
    const known = this.#byName[type].get(name);
    if (known !== undefined) return known.of(text);
    const values = this.column(name, type);
    // A hostile file can have as many names as values.
    if (this.#held.count < MOST) {
      this.#held.count++;
      this.#byName[type].set(name, values);
    }
    return values.of(text);
  }
}
