import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of names that are URLs (RFC 9562, 6.6). */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** A UUID of version 5 (RFC 9562, 5.5): made from a name alone, so that the same name gives the same one. */
export function uuidV5(name: string, namespace: string): string {
  const start = hexToBytes(namespace.replaceAll('-', ''));
  const rest = utf8ToBytes(name);
  const all = new Uint8Array(start.length + rest.length);
  all.set(start);
  all.set(rest, start.length);
  const bytes = sha1(all).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The namespace of Ascribe's own objects. STIX 2.1 (2.9) keeps its namespace 00abedb4-… for cyber observables, and wants
 * another one for objects and relationships with a UUID of version 5.
 */
const NAMESPACE = uuidV5('urn:ascribe:stix', URL_NAMESPACE);

/** Makes the id of an object for one of Ascribe's records: `identity--…`. */
type MakeId = (type: string, record: string, id: string) => string;

function idsIn(namespace: string): MakeId {
  return (type, record, id) => `${type}--${uuidV5(`${record}:${id}`, namespace)}`;
}

/** The ids of what is of Ascribe itself and of no graph. */
export const stixId: MakeId = idsIn(NAMESPACE);

/** The ids of the records of a graph: of two graphs with different names no two records have one, whatever their ids. */
export function stixIdsOf(graphName: string): MakeId {
  return idsIn(uuidV5(`graph:${graphName}`, NAMESPACE));
}
