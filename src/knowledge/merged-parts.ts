import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Attribute, LONGEST_ATTRIBUTE, MOST_ATTRIBUTES } from '../model/attributes.ts';
import { Entity } from '../model/entity.ts';
import { EntityId } from '../model/ids.ts';
import { addTo, aliasesOf, attributesOf, startTogether, type Together } from './said-together.ts';
import { isSameRecord } from './same-record.ts';

/** Attributes by which a merge can be undone: the entity as it was, and each that was taken into it, as JSON. */
export const MERGED_BASE = 'merged-base';
export const MERGED_FROM = 'merged-from';

/**
 * The same of all of them in one JSON list, where they are too many or too long for an attribute each, or are made of others
 * themselves. A list that is too long goes on in `merged-parts (2 of 3)` and so on.
 */
export const MERGED_PARTS = 'merged-parts';
const PIECE = /^merged-parts(?: \((?<n>[1-9]\d{0,3}) of (?<of>[1-9]\d{0,3})\))?$/u;

const Merged = z.int().min(2);
/**
 * In a list of parts: the last `merged` before it, each a record or made of others by such a mark, were one already, the
 * first having taken the others. It was called `id` then. Where it said something else than these together, `as` is what
 * it said, with the marks of its parts before attribute number `at` (from 0).
 */
const Made = z.union([
  z.strictObject({ merged: Merged, id: EntityId }),
  z.strictObject({ merged: Merged, as: Entity, at: z.int().min(0) }),
]);
type Made = z.infer<typeof Made>;
type Item = Entity | Made;
const Items = z.array(z.union([Entity, Made])).min(2);

function isMade(item: Item): item is Made {
  return 'merged' in item;
}

/** In canonical form: a mark is the same however the record that it holds was read. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? '';
}

/** What a text says as JSON of this form; undefined where it is something else. */
export function readJson<T>(schema: z.ZodType<T>, text: unknown): T | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One of those that an entity is made of. */
export interface Part {
  /** As it was. */
  readonly record: () => Entity;
  readonly id: EntityId;
  /** Its place in the list: from, and up to, not including. */
  readonly from: number;
  readonly to: number;
  /** What it is made of; none for a record that is not taken apart here, though it may hold marks of its own. */
  readonly parts: readonly Part[];
  /** What it says, records in their order; a single one where it is none of several, or said something else than they. */
  readonly says: () => readonly Entity[];
}

/** An entity that others were taken into, read from its marks. */
export interface PartList {
  readonly items: readonly Item[];
  /** Itself as it was, and then each that was taken. */
  readonly parts: readonly Part[];
  /** The number of its attributes before the marks. */
  readonly at: number;
}

/** The marks among the attributes of an entity, and what they hold; none where no others were taken into it. */
function findMarks(
  entity: Entity,
): { readonly items: readonly Item[]; readonly marks: ReadonlySet<Attribute> } | undefined {
  const attributes = entity.attributes ?? [];
  const each = attributes.filter(({ name }) => name === MERGED_BASE || name === MERGED_FROM);
  if (each.length > 0) {
    const read = each.flatMap((mark) => {
      const record = readJson(Entity, mark.value);
      return record === undefined ? [] : [{ mark, record }];
    });
    const base = read.find(({ mark }) => mark.name === MERGED_BASE);
    const taken = read.filter(({ mark }) => mark.name === MERGED_FROM);
    if (base !== undefined && taken.length > 0) {
      const items = [base, ...taken].map(({ record }) => record);
      return { items, marks: new Set(read.map(({ mark }) => mark)) };
    }
  }
  const pieces = new Map<number, Attribute[]>();
  for (const one of attributes) {
    const found = PIECE.exec(one.name)?.groups;
    if (found === undefined) continue;
    const [n, of] = [Number(found['n'] ?? 1), Number(found['of'] ?? 1)];
    const list = pieces.get(of) ?? [];
    pieces.set(of, list);
    list[n - 1] = one;
  }
  for (const [of, list] of pieces) {
    const marks = Array.from({ length: of }, (_, i) => list[i]).filter((one) => one !== undefined);
    if (marks.length < of) continue;
    const items = readJson(Items, marks.map(({ value }) => value).join(''));
    if (items !== undefined) return { items, marks: new Set(marks) };
  }
  return undefined;
}

/** What was taken into an entity, as its marks have it. Undefined where nothing was. */
export function readParts(entity: Entity): PartList | undefined {
  const found = findMarks(entity);
  const parts = found === undefined ? undefined : partsIn(found.items);
  if (found === undefined || parts === undefined || parts.length < 2) return undefined;
  const at = entity.attributes?.findIndex((one) => found.marks.has(one)) ?? 0;
  return { items: found.items, parts, at };
}

/** The parts of a list, from what it says of which were one already; undefined where it says that of more than there are. */
function partsIn(items: readonly Item[]): Part[] | undefined {
  const stack: Part[] = [];
  /** For each mark of what was one already, where that begins. */
  const starts = new Map<number, number>();
  const says = (from: number, to: number) => (): readonly Entity[] => saidIn(items, starts, from, to);
  for (const [i, item] of items.entries()) {
    if (!isMade(item)) {
      stack.push({ ...{ id: item.id, from: i, to: i + 1, parts: [] }, record: () => item, says: says(i, i + 1) });
      continue;
    }
    if (stack.length < item.merged) return undefined;
    const parts = stack.splice(stack.length - item.merged);
    const from = parts[0]?.from ?? i;
    starts.set(i, from);
    const record = (): Entity =>
      'as' in item ? withMarks(item.as, items.slice(from, i), item.at) : made(item.id, parts, items.slice(from, i));
    const id = 'as' in item ? item.as.id : item.id;
    stack.push({ ...{ id, from, to: i + 1, parts, record }, says: says(from, i + 1) });
  }
  return stack;
}

/** What the items of a stretch say, without marks; of what said something else than its parts, that alone. */
function saidIn(items: readonly Item[], starts: ReadonlyMap<number, number>, from: number, to: number): Entity[] {
  const found: Entity[] = [];
  for (let i = to - 1; i >= from; i--) {
    const item = items[i];
    if (item === undefined) continue;
    if (!isMade(item)) found.push(plainOf(item));
    else if ('as' in item) {
      found.push(item.as);
      i = starts.get(i) ?? i;
    }
  }
  return found.toReversed();
}

function saidBy(parts: readonly Part[]): readonly Entity[] {
  return parts.flatMap(({ says }) => says());
}

/** The one that parts make together, with the marks by which it can be taken apart. */
function made(id: EntityId, parts: readonly Part[], items: readonly Item[]): Entity {
  return withMarks(together(id, saidBy(parts)), items);
}

/** What records say as one, without marks. */
function together(id: EntityId, says: readonly Entity[]): Entity {
  const [first, ...rest] = says;
  if (first === undefined) throw new RangeError('an entity that is made of none');
  const all = rest.reduce(addTo, startTogether(first));
  return withLists(all, id, says);
}

function withLists(all: Together, id: EntityId, says: readonly Entity[]): Entity {
  const attributes = attributesOf(says, all);
  const aliases = aliasesOf(says, all);
  return { ...all.fields, id, aliases, ...(attributes.length === 0 ? {} : { attributes }) };
}

/** An entity without what a merge put there to undo itself. */
export function plainOf(entity: Entity): Entity {
  const marks = findMarks(entity)?.marks;
  const { attributes = [], ...rest } = entity;
  // A single mark without what belongs to it undoes nothing, and would be taken for one of a later merge.
  const left = attributes.filter((one) => marks?.has(one) !== true && !isLoneMark(one));
  if (left.length === attributes.length) return entity;
  return left.length === 0 ? rest : { ...rest, attributes: left };
}

function isLoneMark({ name, value }: Attribute): boolean {
  return (name === MERGED_BASE || name === MERGED_FROM) && readJson(Entity, value) !== undefined;
}

function withMarks(plain: Entity, items: readonly Item[], at?: number): Entity {
  const { attributes = [] } = plain;
  const marks = marksFor(items, attributes.length);
  return { ...plain, attributes: attributes.toSpliced(at ?? attributes.length, 0, ...marks) };
}

/** The texts of items, which are asked for again and again: each stage of an entity holds those of the stage before. */
const TEXTS = new WeakMap<Item, string>();
function textOf(item: Item): string {
  const known = TEXTS.get(item);
  if (known !== undefined) return known;
  const text = canonicalJson(item);
  TEXTS.set(item, text);
  return text;
}

/** The attributes that hold a list of parts: one for each where that is enough, so that they can be read one by one. */
function marksFor(items: readonly Item[], others: number): Attribute[] {
  const texts = items.map(textOf);
  const isEasy =
    others + items.length <= MOST_ATTRIBUTES &&
    items.every((item) => !isMade(item)) &&
    texts.every((text) => text.length <= LONGEST_ATTRIBUTE);
  if (isEasy) return texts.map((value, i) => ({ name: i === 0 ? MERGED_BASE : MERGED_FROM, value }));
  const pieces = inPieces(`[${texts.join(',')}]`);
  return pieces.map((value, i) => ({
    name: pieces.length === 1 ? MERGED_PARTS : `${MERGED_PARTS} (${i + 1} of ${pieces.length})`,
    value,
  }));
}

/** A text in pieces that attributes can hold, none of which ends in half a character. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + LONGEST_ATTRIBUTE;
    const isHalved = to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800;
    pieces.push(text.slice(from, isHalved ? to - 1 : to));
    from = isHalved ? to - 1 : to;
  }
  return pieces;
}

/** An entity as items of a list of parts: its own parts where it is these together, or it as it is. */
function itemsOf(entity: Entity): { readonly items: readonly Item[]; readonly isTogether: boolean } {
  const list = readParts(entity);
  if (list === undefined) return { items: [entity], isTogether: false };
  const { items, parts, at } = list;
  const { id } = entity;
  const merged = parts.length;
  if (isSameRecord(made(id, parts, items), entity)) return { items: [...items, { merged, id }], isTogether: true };
  const as = plainOf(entity);
  // Files that were written by hand may have marks in another order.
  const isKept = isSameRecord(withMarks(as, items, at), entity);
  return { items: isKept ? [...items, { merged, as, at }] : [entity], isTogether: false };
}

/** One entity of several, which takes the others; and the number of its attributes, marks among them. */
export function joinParts(base: Entity, taken: readonly Entity[]): Entity {
  const first = itemsOf(base);
  // What took others before takes some more: each can be taken out again by itself.
  const items: Item[] = first.isTogether ? first.items.slice(0, -1) : [...first.items];
  for (const one of taken) for (const item of itemsOf(one).items) items.push(item);
  const parts = partsIn(items);
  if (parts === undefined) throw new RangeError('a list of parts that does not hold what it counts');
  return made(base.id, parts, items);
}

/** An entity without one of the parts that it took: what the others make. Its own first part stays. */
export function withoutPart(entity: Entity, { items, parts }: PartList, part: Part): Entity {
  const rest = parts.filter((one) => one !== part);
  const [base, ...taken] = rest;
  if (base !== undefined && taken.length === 0) return { ...base.record(), id: entity.id };
  return made(
    entity.id,
    rest,
    items.filter((_, i) => i < part.from || i >= part.to),
  );
}

/**
 * What an entity was after each that it took but the last, the first before: from two parts on. They are many, and each is
 * long: their aliases and attributes are made when they are asked for.
 */
export function stagesOf(id: EntityId, items: readonly Item[], parts: readonly Part[]): readonly Entity[] {
  const stages: Entity[] = [];
  const from = parts[0]?.from ?? 0;
  let all: Together | undefined;
  let count = 0;
  const says = saidBy(parts);
  parts.slice(0, -1).forEach((part, i) => {
    const own = part.says();
    for (const one of own) all = all === undefined ? startTogether(one) : addTo(all, one);
    count += own.length;
    if (i === 0 || all === undefined) return;
    const [known, until] = [all, count];
    let aliases: string[] | undefined;
    let attributes: Attribute[] | undefined;
    stages.push({
      ...known.fields,
      id,
      get aliases() {
        aliases ??= aliasesOf(says.slice(0, until), known);
        return aliases;
      },
      get attributes() {
        if (attributes === undefined) {
          const own = attributesOf(says.slice(0, until), known);
          attributes = [...own, ...marksFor(items.slice(from, part.to), own.length)];
        }
        return attributes;
      },
    });
  });
  return stages;
}

/** An entity, and those whose records its marks hold, changed alike; marks within records that are kept whole as well. */
export function inMarks(entity: Entity, change: (record: Entity) => Entity): Entity {
  const list = readParts(entity);
  if (list === undefined) return change(entity);
  const items = list.items.map((item): Item => {
    if (!isMade(item)) return inMarks(item, change);
    return 'as' in item ? { ...item, as: change(item.as) } : item;
  });
  return withMarks(change(plainOf(entity)), items, list.at);
}
