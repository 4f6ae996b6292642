/** An entity of FollowTheMoney. Values of properties are lists of texts, always. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
}
