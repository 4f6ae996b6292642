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
  const step = count <= TICKS ? 1 : count <= 2 * TICKS - 2 ? 2 : 3 * Math.ceil(count / 3 / TICKS);
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

/** Beyond these sizes sums and powers leave what a number can hold; no figure comes near them. */
const [SMALLEST, LARGEST] = [1e-300, 1e300];

function reckonable(value: number): number {
  return Math.abs(value) < SMALLEST ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value));
}

/** The axis for these values: linear from 0, or logarithmic where the largest is more than 20 times the least. */
export function makeScale(extent: Extent): Scale {
  const values = extent.values.map(reckonable);
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const wide = sizes.length > 0 && mostOf(sizes) / leastOf(sizes) > LINEAR_RATIO;
  const scale = wide ? logScale({ ...extent, values }) : linearScale({ ...extent, values });
  return { ...scale, place: (value) => scale.place(reckonable(value)) };
}

export type Anchor = 'start' | 'middle' | 'end';

/** How far a label may stand out over an end of the axis, in shares of it. */
const OVERHANG = 0.035;

/** At which side of its tick a label of this width stands, so that it does not run out of the picture. */
function anchorAt(place: number, width: number): Anchor {
  if (place - width / 2 < -OVERHANG) return 'start';
  return place + width / 2 > 1 + OVERHANG ? 'end' : 'middle';
}

export interface Tick {
  readonly value: number;
  readonly place: number;
  readonly label: string;
  readonly anchor: Anchor;
}

/**
 * Ticks whose labels do not touch, in an axis on which so many characters have room side by side: all of them, else every
 * second, else every third, counted from 0 where it is there, so that their distances stay even.
 */
export function spacedTicks({ ticks, place }: Scale, label: (value: number) => string, characters: number): Tick[] {
  const labelled = ticks.map((value): Tick & { readonly start: number; readonly end: number } => {
    const at = place(value);
    const text = label(value);
    const width = text.length / characters;
    const anchor = anchorAt(at, width);
    const start = at - { start: 0, middle: width / 2, end: width }[anchor];
    return { value, place: at, label: text, anchor, start, end: start + width };
  });
  const zero = Math.max(0, ticks.indexOf(0));
  const sets = ticks.map((_, i) => labelled.filter((_, k) => (k - zero) % (i + 1) === 0));
  const apart = sets.find((set) => set.every(({ end }, i) => end + 1 / characters <= (set[i + 1]?.start ?? 2)));
  return apart ?? labelled.slice(zero, zero + 1);
}
