/** A relation of a shown connection. Entities are numbers of any kind. */
export interface ReliabilityLink {
  readonly from: number;
  readonly to: number;
  /** `along`: walked from `from` to `to` only; `both` (the default): either way. */
  readonly directed?: 'along' | 'both';
  /** b in [0, 1]. Where origins are given it is F / (1 + F + A) of their weights (E11). */
  readonly belief: number;
  /** Whose word it rests on, with their weights for and against (E3), as they count in its opinion. */
  readonly origins: readonly LinkOrigin[];
}

export interface LinkOrigin {
  readonly id: string;
  readonly weightFor: number;
  readonly weightAgainst: number;
}
