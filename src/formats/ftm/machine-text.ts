/** How a text begins that carries what FollowTheMoney has no property for. */
const START = 'Ascribe record: ';

/** Says, in each record of a graph, that denials were left out of it on request. */
export const DENIALS_LEFT_OUT = 'denialsLeftOut';

/** In the first record of a part of a graph: how the part was chosen. */
export const MANIFEST = 'manifest';

/** What of a record has no property of its own, as one text that Ascribe reads back and a person can, too. */
export function machineText(record: Readonly<Record<string, unknown>>): string {
  return START + JSON.stringify(record);
}

/** The JSON text among the values of a property; undefined where there is none. */
export function recordText(values: readonly string[]): string | undefined {
  return values.find((value) => value.startsWith(START))?.slice(START.length);
}
