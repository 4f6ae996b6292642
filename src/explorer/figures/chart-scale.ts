/** Where values lie on an axis, and which of them it names. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  /** From 0, the start of the axis, to 1, its end. What lies outside is put at the nearer end. */
  readonly place: (value: number) => number;
  /** Round numbers, in order. */
  readonly ticks: readonly number[];
}

/** What must find room on an axis. */
export interface Extent {
  /** Every bound and every stated value; finite. */
  readonly values: readonly number[];
  /** Whether some range has no end at that side, so that its arrow needs room. */
  readonly openLow?: boolean;
  readonly openHigh?: boolean;
}

/** Past this ratio of the largest to the least value a linear axis would press the small ones into one (Display). */
const LINEAR_RATIO = 20;
/** About as many ticks as have room in the narrowest panel. */
const TICKS = 5;
/** Shares of the axis that stay free past the last value, and past one that an arrow goes on from. */
const ROOM = 0.04;
const ARROW_ROOM = 0.18;

const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const mostOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
const within = (share: number): number => Math.min(1, Math.max(0, share));

/** The least of 1, 2 and 5 times a power of ten that is not below `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  // The division can end a hair above a round number that it should have met.
  const factor = [1, 2, 5].find((candidate) => rough <= candidate * power * (1 + 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

function linearTicks(low: number, high: number, whole: boolean): number[] {
  const step = Math.max(niceStep((high - low) / TICKS), whole ? 1 : 0);
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  // Multiplied rather than added up, and rounded: 3 × 0.1 is to be 0.3. The added 0 makes 0 of −0.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}

function linearScale({ values, openLow = false, openHigh = false }: Extent): Scale {
  const [least, most] = [Math.min(0, leastOf(values)), Math.max(0, mostOf(values))];
  const span = most - least;
  const low = least - span * (openLow ? ARROW_ROOM : least < 0 ? ROOM : 0);
  // Where all is 0 the axis still needs a length.
  const high = span === 0 ? 1 : most + span * (openHigh ? ARROW_ROOM : most > 0 ? ROOM : 0);
  return {
    kind: 'linear',
    place: (value) => within((value - low) / (high - low)),
    ticks: linearTicks(low, high, values.every(Number.isInteger)),
  };
}

/** Powers of ten between two exponents, thinned to few; with fives between them where there would be hardly any. */
function powers(first: number, last: number): number[] {
  const count = last - first + 1;
  if (count < 3) {
    return Array.from({ length: count }, (_, i) => [10 ** (first + i), 5 * 10 ** (first + i)]).flat();
  }
  // Steps of three decades are those that have names: thousand, million, billion.
  const step = [1, 2, 3].find((decades) => count / decades <= TICKS) ?? 3 * Math.ceil(count / 3 / TICKS);
  const start = step % 3 === 0 ? Math.ceil(first / 3) * 3 : first;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => 10 ** (start + i * step));
}

/**
 * A logarithmic axis that can hold 0 and numbers below it: from the power of ten below the least absolute value outward
 * it goes by decades, and between that and 0 it is linear and as long as one decade.
 */
function logScale({ values, openLow = false, openHigh = false }: Extent): Scale {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const exponent = Math.floor(Math.log10(leastOf(sizes)));
  const threshold = 10 ** exponent;
  const stretch = (value: number): number => {
    const size = Math.abs(value);
    if (size === 0) return 0;
    return Math.sign(value) * (size < threshold ? size / threshold : 1 + Math.log10(size) - exponent);
  };
  const [least, most] = [leastOf(values), mostOf(values)];
  const [from, to] = [least > 0 ? 1 : Math.min(0, stretch(least)), most < 0 ? -1 : Math.max(0, stretch(most))];
  const room = (open: boolean): number => (to - from) * (open ? ARROW_ROOM : ROOM);
  const low = from - (least > 0 ? 0 : least < 0 || openLow ? room(openLow) : 0);
  const high = to + (most < 0 ? 0 : most > 0 || openHigh ? room(openHigh) : 0);
  const top = (end: number): number => Math.floor(end - 1 + exponent + 1e-9);
  const above = high >= 1 ? powers(exponent, top(high)) : [];
  const below = low <= -1 ? powers(exponent, top(-low)).map((tick) => -tick) : [];
  const ticks = [...below.toReversed(), ...(low <= 0 && high >= 0 ? [0] : []), ...above];
  return {
    kind: 'log',
    place: (value) => within((stretch(value) - low) / (high - low)),
    // A tick at a share that was cut off would stand at the end and name another number.
    ticks: ticks.filter((tick) => stretch(tick) >= low && stretch(tick) <= high),
  };
}

/** The axis for these values: linear from 0, or logarithmic where the largest is more than 20 times the least. */
export function makeScale(extent: Extent): Scale {
  const sizes = extent.values.map(Math.abs).filter((size) => size > 0);
  const tooWide = !Number.isFinite(2 * (mostOf(extent.values) - leastOf(extent.values)));
  const wide = sizes.length > 0 && (mostOf(sizes) / leastOf(sizes) > LINEAR_RATIO || tooWide);
  return wide ? logScale(extent) : linearScale(extent);
}

/** At which side of its tick a label stands, so that it does not run over the ends of the axis. */
export function anchorAt(place: number): 'start' | 'middle' | 'end' {
  if (place < 0.06) return 'start';
  return place > 0.94 ? 'end' : 'middle';
}

/** The ticks whose labels do not touch, in an axis on which so many characters have room side by side. */
export function spacedTicks(
  { ticks, place }: Scale,
  label: (value: number) => string,
  characters: number,
): { readonly value: number; readonly place: number; readonly label: string }[] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.flatMap((value) => {
    const at = place(value);
    const text = label(value);
    const shift = { start: 0, middle: 0.5, end: 1 }[anchorAt(at)];
    const start = at * characters - text.length * shift;
    if (start < end + 1) return [];
    end = start + text.length;
    return [{ value, place: at, label: text }];
  });
}
