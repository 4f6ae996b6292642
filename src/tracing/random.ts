/** A source of numbers that look random and are the same for the same seed, everywhere. */
export interface Random {
  /** From 0 to 1, 1 excluded, in steps of 2⁻³². */
  uniform(): number;
  /** Exponentially distributed with mean 1, above 0. */
  exponential(): number;
}

/**
 * sfc32 of Chris Doty-Humphrey's PractRand (three words and a counter, period at least 2³²), seeded with the lower 32
 * bits of `seed`. Integers of 32 bits only, so the sequence is the same on every machine; for sampling, not for secrets.
 */
export function seededRandom(seed: number): Random {
  let a = 0;
  let b = 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The author's own number of rounds to mix the seed into all words.
  for (let i = 0; i < 12; i++) next();
  return {
    uniform: () => next() / 2 ** 32,
    exponential: () => -Math.log((next() + 0.5) / 2 ** 32),
  };
}
