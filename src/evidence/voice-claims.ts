import { type Claim, isNamed } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { Origins } from './origins.ts';
import { UNNAMED, type Voice } from './voices.ts';

/** Finds the claims that rest on somebody's word. Built once; asking costs what is found. */
export class VoiceClaims {
  readonly #bySource = new Map<string, Claim[]>();
  readonly #bySpeaker = new Map<string, Claim[]>();
  readonly #byOrigin = new Map<string, Claim[]>();
  readonly #byPublisher = new Map<string, SourceId[]>();
  readonly #entities: ReadonlyMap<string, EntityId>;
  readonly #origins: Origins;

  constructor(graph: GraphDocument, origins: Origins) {
    this.#origins = origins;
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity.id]));
    for (const source of graph.sources) {
      this.#bySource.set(source.id, []);
      if (source.publisher !== undefined) push(this.#byPublisher, source.publisher, source.id);
    }
    for (const claim of graph.claims) {
      push(this.#bySource, claim.source, claim);
      push(this.#bySpeaker, isNamed(claim.speaker) ? claim.speaker : UNNAMED, claim);
      push(this.#byOrigin, origins.of(claim).id, claim);
    }
  }

  /** The claims that rest on the word of any of these, each once; undefined where one of them is nobody here. */
  of(voices: readonly Voice[]): ReadonlySet<Claim> | undefined {
    const found = new Set<Claim>();
    for (const voice of voices) {
      const claims = this.#one(voice);
      if (claims === undefined) return undefined;
      for (const claim of claims) found.add(claim);
    }
    return found;
  }

  #one({ kind, id }: Voice): readonly Claim[] | undefined {
    if (kind === 'source') return this.#bySource.get(id);
    if (kind === 'origin') return this.#byOrigin.get(id);
    if (kind === 'publisher') return this.#byPublisher.get(id)?.flatMap((source) => this.#bySource.get(source) ?? []);
    if (id === UNNAMED) return this.#bySpeaker.get(UNNAMED) ?? [];
    const entity = this.#entities.get(id);
    if (entity === undefined) return undefined;
    return [...this.#origins.voicesOf(entity)].flatMap((speaker) => this.#bySpeaker.get(speaker) ?? []);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
