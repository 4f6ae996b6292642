import type { Attribute } from '../../model/attributes.ts';

/** What a file declares a value to be; anything it does not know is `text`. */
export type ValueType = 'text' | 'number' | 'boolean';

const NUMBERS = new Set([
  'int',
  'integer',
  'long',
  'short',
  'byte',
  'float',
  'double',
  'real',
  'decimal',
  'bigdecimal',
  'biginteger',
  'number',
]);
const TEXTS = new Set(['string', 'char', 'character', 'anyuri', 'date', 'datetime', 'text']);

/** The type of a declaration such as `xs:double`, `Integer` or `boolean`; undefined for a name that is none. */
export function valueType(declared: string): ValueType | undefined {
  const name = declared.slice(declared.indexOf(':') + 1).toLowerCase();
  if (NUMBERS.has(name)) return 'number';
  if (name === 'boolean' || name === 'bool') return 'boolean';
  return TEXTS.has(name) ? 'text' : undefined;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
/** What XML Schema and common tools write for what JSON has no number for. */
const NO_FINITE = /^[+-]?(?:nan|inf|infinity)$/iu;

/** Whether a text is a number that JavaScript holds with all of its digits. */
function isExact(text: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  // Too small for a number.
  if (value === 0 && /^[^e]*[1-9]/iu.test(text)) return false;
  return text.length <= 15 || text.replace(/e.*$/iu, '').replace(/^[+-]?0*|\D/gu, '').length <= 17;
}

/**
 * A text as the type it is declared to be. Numbers with more digits than JavaScript holds, and those that are not finite,
 * stay text. Undefined for a text that is no such value.
 */
export function typedValue(text: string, type: ValueType): Attribute['value'] | undefined {
  if (type === 'text') return text;
  const trimmed = text.trim();
  if (type === 'boolean') {
    if (/^(?:true|1|yes)$/iu.test(trimmed)) return true;
    return /^(?:false|0|no)$/iu.test(trimmed) ? false : undefined;
  }
  if (NUMBER.test(trimmed)) {
    const value = Number(trimmed);
    const isWhole = !/[.e]/iu.test(trimmed);
    return isExact(trimmed, value) && (!isWhole || Number.isSafeInteger(value)) ? value : text;
  }
  return NO_FINITE.test(trimmed) ? text : undefined;
}
