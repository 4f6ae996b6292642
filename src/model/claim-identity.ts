import { type Attribute, foreignKey } from './attributes.ts';
import type { Locator, Quantity, Speaker, Stance } from './claim.ts';
import { ClaimId } from './ids.ts';
import { sha256Hex } from './sha256.ts';

/** The parts that make two claims the same claim. */
export interface ClaimContent {
  readonly source: string;
  readonly subject: string;
  readonly type: string;
  readonly object?: string | undefined;
  readonly quantity?: Quantity | undefined;
  readonly literal?: string | undefined;
  readonly stance: Stance;
  readonly speaker: Speaker;
  readonly locator?: Locator | undefined;
  /** Only the one named `key` counts. */
  readonly attributes?: readonly Attribute[] | undefined;
}

/**
 * The id of a claim: `c-` and the first 16 hex digits of the SHA-256 of its content as a JSON list, so that it does not
 * change when files are reordered or a summary is reworded. 64 bits: among a million claims two collide by chance once
 * in about 37 million graphs, and a collision is reported as a duplicate, never merged.
 *
 * An imported record has no locator; its key in the file it comes from stands for one, so that parallel edges stay
 * apart. Its other attributes do not count: what a later mapping takes from them must not make it another claim.
 */
export function claimId(content: ClaimContent): ClaimId {
  const { quantity: q, locator: l, speaker: s } = content;
  const key = foreignKey(content.attributes);
  const parts = [
    content.source,
    content.subject,
    content.type,
    content.object ?? null,
    q === undefined ? null : [q.of ?? null, q.min ?? null, q.max ?? null, q.approximate ?? false, q.unit ?? null],
    content.literal ?? null,
    content.stance,
    typeof s === 'string' ? s : { unnamed: s.unnamed },
    l === undefined ? null : [l.start, l.end, l.sha256],
    ...(key === undefined ? [] : [key]),
  ];
  return ClaimId.parse(`c-${sha256Hex(JSON.stringify(parts), 8)}`);
}
