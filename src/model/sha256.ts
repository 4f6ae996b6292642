import { sha256 } from '@noble/hashes/sha2.js';

/** UTF-8 of most texts; a longer one gets an array of its own. */
const ROOM = new Uint8Array(1 << 12);
const encoder = new TextEncoder();
/** One hash for all texts: a graph has hundreds of thousands of claims, and a new one takes longer than to hash so little. */
const hash = sha256.create();
const unused = sha256.create();
const digest = new Uint8Array(hash.outputLen);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The SHA-256 of a text in UTF-8, in hex digits of lower case, or its first `bytes` bytes of 32: two digits each. */
export function sha256Hex(text: string, bytes = digest.length): string {
  // A UTF-16 unit takes three bytes at most.
  const room = text.length * 3 <= ROOM.length ? ROOM : new Uint8Array(text.length * 3);
  const { written } = encoder.encodeInto(text, room);
  unused._cloneInto(hash);
  hash.update(room.subarray(0, written)).digestInto(digest);
  let hex = '';
  for (let i = 0; i < bytes; i++) hex += HEX[digest[i] ?? 0];
  return hex;
}
