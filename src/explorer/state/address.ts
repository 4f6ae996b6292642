import { changedWeights, readWeightChanges, type WeightChanges } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { readTrace, writeTrace } from './trace-address.ts';
import { FIRST_VIEW, sameView, View } from './view.ts';

/** What an address says: the view, and the start of the content hash of the graph it was made on. */
export interface Address {
  readonly view: View;
  readonly data: string | undefined;
}

const LIST_PARTS = ['kinds', 'types', 'verdicts', 'stances', 'sources', 'speakers', 'interests'] as const;

/** Digits of the content hash that a link carries: enough to tell two graphs apart, short enough to read. */
const HASH_DIGITS = 12;

/**
 * Writes a view as the fragment of an address, readable and in a fixed order:
 * `#sel=relation:india~accused-of-backing~bla&types=leads,founded&focus=2:bla&from=india&to=bla&hops=6&data=3f2a…`.
 */
export function writeAddress(view: View, hash: string): string {
  const params = new URLSearchParams();
  if (view.selection !== undefined) params.set('sel', `${view.selection.kind}:${view.selection.id}`);
  if (view.focus !== undefined) params.set('focus', `${view.focus.depth}:${view.focus.id}`);
  for (const part of LIST_PARTS) {
    for (const value of view.filter[part] ?? []) params.append(part, value);
  }
  if (view.panel !== FIRST_VIEW.panel) params.set('panel', view.panel);
  if (view.stage !== FIRST_VIEW.stage) params.set('stage', view.stage);
  writeTrace(params, view.trace);
  if (view.disputes.kind !== undefined) params.set('dispute', view.disputes.kind);
  if (view.disputes.source !== undefined) params.set('disputed-in', view.disputes.source);
  for (const party of view.disputes.parties) params.append('party', party);
  for (const voice of view.compare.p) params.append('p', voice);
  for (const voice of view.compare.q) params.append('q', voice);
  for (const voice of view.without) params.append('without', voice);
  if (sameView(view, FIRST_VIEW)) return '';
  // The version is named even where it is the default: a later Ascribe may weigh otherwise.
  params.set('weights', changedWeights(view.weights).version);
  params.set('data', hash.slice(0, HASH_DIGITS));
  return `#${params.toString()}`;
}

/** Reads a fragment. What cannot be read, or has been tampered with, is left out rather than trusted. */
export function readAddress(fragment: string): Address {
  const params = new URLSearchParams(fragment.replace(/^#/u, ''));
  const pair = (name: string): [string, string] | undefined => {
    const value = params.get(name);
    const at = value?.indexOf(':') ?? -1;
    return value === null || at < 1 ? undefined : [value.slice(0, at), value.slice(at + 1)];
  };
  const selection = pair('sel');
  const focus = pair('focus');
  const lists = LIST_PARTS.flatMap((part) => {
    const values = params.getAll(part);
    return values.length === 0 ? [] : [[part, values] as const];
  });
  const kind = params.get('dispute');
  const source = params.get('disputed-in');
  const candidate = {
    ...(selection === undefined ? {} : { selection: { kind: selection[0], id: selection[1] } }),
    ...(focus === undefined ? {} : { focus: { depth: Number(focus[0]), id: focus[1] } }),
    filter: Object.fromEntries(lists),
    disputes: {
      parties: params.getAll('party').slice(0, 2),
      ...(kind === null ? {} : { kind }),
      ...(source === null ? {} : { source }),
    },
    compare: { p: params.getAll('p'), q: params.getAll('q') },
    without: params.getAll('without'),
    weights: readWeights(params.get('weights')),
    panel: params.get('panel') ?? FIRST_VIEW.panel,
    stage: params.get('stage') ?? FIRST_VIEW.stage,
    trace: readTrace(params),
  };
  const parsed = View.safeParse(candidate);
  const data = params.get('data') ?? undefined;
  return { view: parsed.success ? parsed.data : FIRST_VIEW, data };
}

/** The changes that a version of the weights names. What cannot be read is left out, as elsewhere in an address. */
function readWeights(version: string | null): WeightChanges {
  const [, changes = ''] = version?.split(' with ') ?? [];
  try {
    return readWeightChanges(changes);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

/** Whether a link was made by another table of weights than this Ascribe's default one. */
export function isOtherWeights(fragment: string): boolean {
  const version = new URLSearchParams(fragment.replace(/^#/u, '')).get('weights')?.split(' with ')[0];
  return version !== undefined && version !== DEFAULT_WEIGHTS.version;
}

/** Whether a link was made on other data than what is open. */
export function isOtherData(address: Address, hash: string): boolean {
  return address.data !== undefined && !hash.startsWith(address.data);
}
