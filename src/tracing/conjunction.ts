/** The opinion on a whole trace, from those on its hops. */
export interface TraceOpinion {
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
}

/** E24: a trace holds if all its hops hold: b = Π bᵢ, d = 1 − Π(1−dᵢ), u = what is left. */
export function conjunction(hops: readonly { readonly belief: number; readonly disbelief: number }[]): TraceOpinion {
  const belief = hops.reduce((product, hop) => product * hop.belief, 1);
  const disbelief = 1 - hops.reduce((product, hop) => product * (1 - hop.disbelief), 1);
  return { belief, disbelief, uncertainty: Math.max(0, 1 - belief - disbelief) };
}

/**
 * E25: hops that share an origin are not independent, and their product is too low. The band that the belief of the
 * whole lies in, whatever the dependence (Fréchet): [max(0, Σbᵢ−(k−1)), min bᵢ].
 */
export function beliefBand(beliefs: readonly number[]): { readonly min: number; readonly max: number } {
  const sum = beliefs.reduce((total, belief) => total + belief, 0);
  return { min: Math.max(0, sum - (beliefs.length - 1)), max: Math.min(1, ...beliefs) };
}
