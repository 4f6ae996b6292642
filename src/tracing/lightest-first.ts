/** Bits of a number that one round of the sort looks at. */
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;

/**
 * The places of numbers, the least number first and equal ones by place: a radix sort from the lowest digit up (Knuth,
 * TAOCP 3, 5.2.5), in time of their count. The numbers are whole, from 0 to 2⁵³, or infinite, which comes last.
 */
export function lightestFirst(numbers: Float64Array): Uint32Array {
  const count = numbers.length;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const number = numbers[i] ?? 0;
    if (number > most && number < Number.POSITIVE_INFINITY) most = number;
  }
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let spare = new Uint32Array(count);
  const next = new Uint32Array(BUCKETS);
  // What is infinite counts as one more than the most.
  const last = most + 1;
  for (let unit = 1; unit <= last; unit *= BUCKETS) {
    const digitOf = (place: number): number => Math.floor(Math.min(numbers[place] ?? 0, last) / unit) % BUCKETS;
    next.fill(0);
    for (let i = 0; i < count; i++) {
      const digit = digitOf(i);
      next[digit] = (next[digit] ?? 0) + 1;
    }
    let at = 0;
    for (let digit = 0; digit < BUCKETS; digit++) {
      const size = next[digit] ?? 0;
      next[digit] = at;
      at += size;
    }
    for (let i = 0; i < count; i++) {
      const place = order[i] ?? 0;
      const digit = digitOf(place);
      spare[next[digit] ?? 0] = place;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
