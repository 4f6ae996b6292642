/** An object of STIX: its id begins with its type. */
const OBJECT =
  /"type"\s*:\s*"([a-z0-9-]+)"[^{}[\]]*?"id"\s*:\s*"\1--|"id"\s*:\s*"([a-z0-9-]+)--[^"]*"[^{}[\]]*?"type"\s*:\s*"\2"/u;
/** Or an object that says of which version of STIX it is, with an id of that form. */
const VERSION = /"spec_version"\s*:\s*"2\.\d"/u;
const ID = /"id"\s*:\s*"[a-z0-9-]+--/u;
/** An object, a list of them, or an envelope of TAXII, with them among its "objects". */
const START = /^\s*(?:\[\s*\{|\{(?:[^[{]*"objects"\s*:\s*\[\s*\{)?)/u;

/** Whether a start of a file is that of a STIX bundle, an envelope of TAXII, or objects of STIX alone. */
export function looksLikeStix(head: string): boolean {
  if (/"type"\s*:\s*"bundle"/u.test(head) && (/"objects"\s*:/u.test(head) || /"id"\s*:\s*"bundle--/u.test(head))) {
    return true;
  }
  const start = START.exec(head)?.[0];
  if (start === undefined) return false;
  const first = head.slice(start.length);
  if (VERSION.test(first) && ID.test(first)) return true;
  const found = OBJECT.exec(first);
  // What stands deeper belongs to a file that only mentions STIX.
  return found !== null && !/[[{]/u.test(first.slice(0, found.index));
}
