import { textMember, textsMember } from '../json-stream/attributes-of.ts';
import { isRevoked, type StixObject } from './stix-object.ts';

/** Something that an object claims, with which others can agree or disagree. */
export type StixClaim =
  | { readonly from: string; readonly to: string; readonly type: string }
  | { readonly about: string; readonly type: string; readonly literal: string };

/** What more than so many things are said to be, or to have seen, others agree or disagree with as a whole. */
export const MOST_ECHOED = 10;

/**
 * What a reference leads to: a node; an object that claims something; an opinion, which says something of what others say
 * (`about`: keys of the nodes that this is about in the end); `much`, that is more claims, or claims about more, than can be
 * said again with each word upon them (`about`: what all of them are about, if that is one); something taken back; something that is no thing and no claim.
 */
export type Referred =
  | { readonly is: 'node'; readonly key: string }
  | { readonly is: 'claims'; readonly claims: readonly StixClaim[]; readonly about: readonly string[] }
  | { readonly is: 'opinion' | 'much'; readonly about: readonly string[] }
  | { readonly is: 'revoked' | 'no thing' };

/** Objects that say something about the bundle and are no thing: they are counted as lost. */
export const NO_THING: ReadonlyMap<string, string> = new Map([
  ['marking-definition', 'a marking says who may see an object; Ascribe has no markings, so heed them by hand'],
  ['language-content', 'translations of single fields have no place in a graph document'],
  ['extension-definition', 'it describes fields, which are kept as attributes'],
]);

/** Objects that say something of others, which may stand after them. */
export const SAYING: ReadonlySet<string> = new Set(['relationship', 'sighting', 'opinion', 'note']);

/** How many notes and opinions upon each other are followed: a chain of a hundred thousand is no discussion. */
const MOST_COMMENTS = 100;

/** What a sighting says where it does not say who saw. */
export function sightedText({ fields }: StixObject): string {
  const count = fields['count'];
  return typeof count === 'number' ? `sighted ${count} times` : 'sighted';
}

/** What a note says, in short. */
export function noteText({ fields }: StixObject): string | undefined {
  return textMember(fields, 'abstract') ?? textMember(fields, 'content');
}

/** Tells what the references in a bundle lead to. To be asked when all objects are known. */
export class References {
  readonly #get: (id: string) => StixObject | undefined;
  readonly #own: ReadonlyMap<string, Referred>;
  /** Found before: many may refer to one. */
  readonly #found = new Map<string, Referred | undefined>();

  /** `get`: an object by its id; `own`: what the objects of Ascribe are, which it reads otherwise. */
  constructor(get: (id: string) => StixObject | undefined, own: ReadonlyMap<string, Referred>) {
    this.#get = get;
    this.#own = own;
  }

  /** Undefined where the bundle does not hold it. */
  to(ref: string): Referred | undefined {
    const own = this.#own.get(ref);
    if (own !== undefined) return own;
    if (!this.#found.has(ref)) this.#found.set(ref, this.#find(ref));
    return this.#found.get(ref);
  }

  #find(ref: string): Referred | undefined {
    const object = this.#get(ref);
    if (object === undefined) return undefined;
    const { type, fields } = object;
    if (NO_THING.has(type)) return { is: 'no thing' };
    if (!SAYING.has(type)) return { is: 'node', key: ref };
    if (isRevoked(object)) return { is: 'revoked' };
    if (type === 'opinion' || type === 'note') {
      const about = this.#subjects(ref);
      if (about.length > MOST_ECHOED) return { is: 'much', about: [] };
      if (type === 'opinion') return { is: 'opinion', about };
      const literal = noteText(object) ?? '';
      return { is: 'claims', claims: about.map((key) => ({ about: key, type: 'note', literal })), about };
    }
    const claims = type === 'relationship' ? this.#relationship(fields) : this.#sighting(object);
    const seen = textMember(fields, 'sighting_of_ref');
    if (claims.length > MOST_ECHOED) return { is: 'much', about: [this.node(seen ?? '') ?? []].flat() };
    return { is: 'claims', claims, about: [...new Set(claims.map(subjectOf))] };
  }

  /** The key of the node that a reference means; undefined where it leads to something else, or nowhere. */
  node(ref: string): string | undefined {
    const own = this.#own.get(ref);
    if (own !== undefined) return own.is === 'node' ? own.key : undefined;
    const type = this.#get(ref)?.type;
    return type === undefined || NO_THING.has(type) || SAYING.has(type) ? undefined : ref;
  }

  #relationship(fields: StixObject['fields']): StixClaim[] {
    const [from, to] = ['source_ref', 'target_ref'].map((name) => this.node(textMember(fields, name) ?? ''));
    const type = textMember(fields, 'relationship_type');
    return from === undefined || to === undefined || type === undefined ? [] : [{ from, to, type }];
  }

  #sighting(object: StixObject): StixClaim[] {
    const seen = this.node(textMember(object.fields, 'sighting_of_ref') ?? '');
    if (seen === undefined) return [];
    const by = textsMember(object.fields, 'where_sighted_refs');
    if (by.length === 0) return [{ about: seen, type: 'sighted', literal: sightedText(object) }];
    return by.flatMap((ref) => {
      const from = this.node(ref);
      return from === undefined ? [] : [{ from, to: seen, type: 'sighted' }];
    });
  }

  /** The nodes that a note or an opinion is about, through whatever notes and opinions it is about. */
  #subjects(id: string): string[] {
    const seen = new Set([id]);
    const subjects = new Set<string>();
    let comments = 0;
    // The set grows while it is gone through.
    for (const one of seen) {
      const object = this.#own.has(one) ? undefined : this.#get(one);
      const isComment = object?.type === 'note' || object?.type === 'opinion';
      if (object !== undefined && isComment) {
        comments++;
        if (comments > MOST_COMMENTS || isRevoked(object)) continue;
        for (const ref of textsMember(object.fields, 'object_refs')) seen.add(ref);
        continue;
      }
      const found = this.to(one);
      if (found?.is === 'node') subjects.add(found.key);
      else if (found !== undefined && 'about' in found) for (const key of found.about) subjects.add(key);
    }
    return [...subjects];
  }
}

function subjectOf(claim: StixClaim): string {
  return 'from' in claim ? claim.from : claim.about;
}
