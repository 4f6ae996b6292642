/** Objects of STIX as programs exchange them, invented. */
export const AMBER = 'threat-actor--11111111-1111-4111-8111-111111111111';
export const BIRCH = 'malware--22222222-2222-4222-8222-222222222222';
export const LAB = 'identity--33333333-3333-4333-8333-333333333333';
export const USES = 'relationship--44444444-4444-4444-8444-444444444444';

const made = { spec_version: '2.1', created: '2020-01-01T00:00:00.000Z', modified: '2024-10-17T15:14:23.456Z' };

export const THINGS: readonly object[] = [
  { type: 'threat-actor', id: AMBER, ...made, name: 'Amber' },
  { type: 'malware', id: BIRCH, ...made, name: 'Birch', is_family: true },
  { type: 'identity', id: LAB, ...made, name: 'An invented lab' },
];

export function uses(more: object = {}): object {
  const ends = { source_ref: AMBER, target_ref: BIRCH };
  return { type: 'relationship', id: USES, ...made, relationship_type: 'uses', ...ends, ...more };
}
export function note(n: number, refs: readonly string[], more: object = {}): object {
  return { type: 'note', id: `note--${n}`, ...made, content: `Text ${n}`, object_refs: refs, ...more };
}
export function opinion(n: number, text: string, refs: readonly string[], more: object = {}): object {
  return { type: 'opinion', id: `opinion--${n}`, ...made, opinion: text, object_refs: refs, ...more };
}

export function bundle(...objects: readonly object[]): string {
  return JSON.stringify({ type: 'bundle', id: 'bundle--55555555-5555-4555-8555-555555555555', objects });
}
