import type { About, MatrixRow } from '../../knowledge/knowledge-base.ts';
import { EntityId } from '../../model/ids.ts';
import type { Selection } from '../state/view.ts';

type Origin = Pick<MatrixRow, 'origin' | 'label'>;

/** What an origin is, by the first part of its id (EVIDENCE E6–E8). */
const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['speaker', 'speaker'],
  ['document', 'document'],
  ['publisher', 'publisher'],
  ['by hand', 'voices linked by the coder'],
  ['unnamed', 'nobody named'],
]);

/** An origin's id in its two parts: `document:gazette`. */
function partsOf(origin: string): [kind: string, id: string] {
  const at = origin.indexOf(':');
  return at < 0 ? [origin, ''] : [origin.slice(0, at), origin.slice(at + 1)];
}

/** "document", "publisher", "speaker": what kind of root an origin is. */
export function originKind({ origin }: Pick<Origin, 'origin'>): string {
  return KIND_WORDS.get(partsOf(origin)[0]) ?? 'origin';
}

/**
 * What a press on an origin opens: the speaker by whose name it goes, the document, or the only document of a publisher.
 * Undefined where that would be a choice among several, or where there is nobody to open.
 */
export function originSelection({ speakers, sources }: Pick<About, 'speakers' | 'sources'>, row: Origin) {
  const [kind, id] = partsOf(row.origin);
  if (kind === 'speaker') {
    // The id may be that of a spokesperson; the name is that of whom the origin is.
    const [speaker, another] = speakers.filter(({ name }) => name === row.label);
    const entity = EntityId.safeParse(another === undefined ? speaker?.id : undefined);
    return entity.success ? ({ kind: 'entity', id: entity.data } satisfies Selection) : undefined;
  }
  const [source, another] = sources.filter(
    (one) => (kind === 'document' && one.id === id) || (kind === 'publisher' && one.publisher === id),
  );
  if (source === undefined || another !== undefined) return undefined;
  return { kind: 'source', id: source.id } satisfies Selection;
}
