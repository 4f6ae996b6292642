/** The first of a text, not ending in half a character. */
function start(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}

/** As much of an id as stands in one that is made of it: an id has 200 characters at most. */
function stem(id: string): string {
  return id.length <= 130 ? id : start(id, 130);
}

/** What stands behind an id that was renamed in the graph of a name. */
export function suffixOf(name: string): string {
  // The name of a file may hold what an id may not.
  return `@${start(name.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]+|~/gu, '-'), 60)}`;
}

/** The id with a suffix in place of its end, where it is too long for both. */
export function withSuffix(id: string, suffix: string): string {
  return `${stem(id)}${suffix}`;
}

/** The id that a record gets which shares its own with another: `id@name`, or with a number where that is taken too. */
export function freeId(id: string, name: string, isTaken: (id: string) => boolean): string {
  const suffix = suffixOf(name);
  for (let n = 1; ; n++) {
    const found = withSuffix(id, n === 1 ? suffix : `${suffix}-${n}`);
    if (!isTaken(found)) return found;
  }
}

/** Ids by what they may have been made of when something was renamed in a merge: those of the form `id@name`. */
export class MadeIds {
  readonly #byStem = new Map<string, Set<string>>();

  add(id: string): void {
    for (let at = id.indexOf('@', 1); at > 0; at = id.indexOf('@', at + 1)) {
      const before = id.slice(0, at);
      const known = this.#byStem.get(before);
      if (known === undefined) this.#byStem.set(before, new Set([id]));
      else known.add(id);
    }
  }

  /** The ids that may have been made of this one, in the order in which they were added. */
  of(id: string): Iterable<string> {
    return this.#byStem.get(stem(id)) ?? [];
  }
}

/** The ids of which this one may have been made, the longest first. */
export function* madeOf(id: string): Iterable<string> {
  for (let at = id.lastIndexOf('@'); at > 0; at = id.lastIndexOf('@', at - 1)) yield id.slice(0, at);
}

/** How records are compared that may name each other. */
export interface Comparing<K, R> {
  /** The ids of the records that this one names. */
  readonly references: (record: R) => readonly string[];
  /** Whether they are the same but for their ids and for what they name. */
  readonly isAlike: (known: K, record: R) => boolean;
  /** Whether the one names what the other does, where `may` says that a name can stand for a known one. */
  readonly fits: (known: K, record: R, may: (name: string, known: string) => boolean) => boolean;
}

/**
 * Which of the records of one graph are among those that are known: by their own id; or, where something else has that,
 * under one that a merge made of it, `id@name`. The other way round, a record `id@name` is the known `id` where its graph
 * calls something else so. No two records are one known one. A record is none that is known if what it names is not
 * what that names: all that may be the same is taken to be so, circles too, until something tells against it.
 */
export function findKnown<K, R extends { readonly id: string }>(
  records: readonly R[],
  known: ReadonlyMap<string, K>,
  made: MadeIds,
  { references, isAlike, fits }: Comparing<K, R>,
): ReadonlyMap<string, string> {
  const left = new Map<string, Set<string>>(records.map(({ id }) => [id, new Set()]));
  const holders = new Map<string, R[]>();
  const namedBy = new Map<string, R[]>();
  const put = (lists: Map<string, R[]>, id: string, record: R): void => {
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [record]);
    else list.push(record);
  };
  for (const record of records) {
    for (const id of candidates(record.id, known, made, left)) {
      const there = known.get(id);
      if (there === undefined || !isAlike(there, record)) continue;
      left.get(record.id)?.add(id);
      put(holders, id, record);
    }
    for (const name of references(record)) put(namedBy, name, record);
  }

  const may = (name: string, id: string): boolean => left.get(name)?.has(id) ?? name === id;
  const queue: R[] = [];
  const queued = new Set<R>();
  const drop = (record: R, id: string): void => {
    if (left.get(record.id)?.delete(id) !== true) return;
    for (const other of namedBy.get(record.id) ?? []) {
      if (queued.has(other)) continue;
      queued.add(other);
      queue.push(other);
    }
  };
  const check = (record: R): void => {
    for (const id of [...(left.get(record.id) ?? [])]) {
      const there = known.get(id);
      if (there === undefined || !fits(there, record, may)) drop(record, id);
    }
  };
  const settle = (): void => {
    for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
      queued.delete(record);
      check(record);
    }
  };
  const choose = (record: R, id: string): void => {
    for (const other of [...(left.get(record.id) ?? [])]) if (other !== id) drop(record, other);
    for (const other of holders.get(id) ?? []) if (other !== record) drop(other, id);
    settle();
  };
  for (const record of records) check(record);
  settle();
  for (const record of records) if (left.get(record.id)?.has(record.id) === true) choose(record, record.id);
  for (const record of records) {
    const [first] = left.get(record.id) ?? [];
    if (first !== undefined) choose(record, first);
  }
  const found = new Map<string, string>();
  for (const [id, [one]] of [...left].map(([id, ids]) => [id, [...ids]] as const)) {
    if (one !== undefined) found.set(id, one);
  }
  return found;
}

function* candidates(
  id: string,
  known: ReadonlyMap<string, unknown>,
  made: MadeIds,
  own: ReadonlyMap<string, unknown>,
): Iterable<string> {
  if (known.has(id)) {
    yield id;
    yield* made.of(id);
  }
  for (const base of madeOf(id)) {
    if (!known.has(base) || !own.has(base)) continue;
    yield base;
    yield* made.of(base);
  }
}
