import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-1 of a text in UTF-8, lower-case hex. */
export function sha1Hex(text: string): string {
  return bytesToHex(sha1(utf8ToBytes(text)));
}

/** What FollowTheMoney takes for an id (followthemoney/types/entity.py). */
const GOOD_ID = /^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/u;

/**
 * The id of a record in the one space of ids that a file of FollowTheMoney has. An entity keeps its own where that can be
 * one; sources and claims get a prefix. Others become a SHA-1; the true id is in the machine text.
 */
export function ftmId(record: 'entity' | 'source' | 'claim', id: string): string {
  if (record === 'entity' && GOOD_ID.test(id) && !id.startsWith('ascribe-')) return id;
  if (record !== 'entity' && GOOD_ID.test(id)) return `ascribe-${record}-${id}`;
  return `ascribe-${record}-${sha1Hex(id)}`;
}

/** A name as a data set can have it: lower case, digits and underscores. */
export function datasetName(speaker: string | { readonly unnamed: string }): string {
  if (typeof speaker !== 'string') return `ascribe_said_by_unnamed_${sha1Hex(speaker.unnamed).slice(0, 10)}`;
  const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(speaker);
  return `ascribe_said_by_${plain ? speaker.replaceAll('-', '_') : sha1Hex(speaker).slice(0, 10)}`;
}
