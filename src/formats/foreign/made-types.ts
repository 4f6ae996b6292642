import { KindId, TypeId } from '../../model/ids.ts';
import type { EntityKind, FigureType, LiteralType, Ontology, RelationType } from '../../model/ontology.ts';
import { byCodePoint } from '../../model/order.ts';
import { asKey, asLabel, asProse } from './clean-text.ts';
import { cutWhole, idText, keyOfId } from './foreign-id.ts';
import type { KnownKind, KnownLiteralType, KnownRelationType } from './records.ts';

/** A type that a file uses. Its id is settled when all of the file is read. */
export interface MadeType {
  readonly sort: 'relation' | 'literal' | 'figure';
  readonly text: string;
  readonly label: string;
  readonly undirected: boolean;
  /** Whether the format said that this is the type, rather than an attribute of a likely name. */
  told: boolean;
  readonly domain: Set<KindId>;
  readonly range: Set<KindId>;
  /** Whether its id is given and may not change. */
  fixed: boolean;
  id: TypeId;
}

/** More types than this are no types: each edge has a text of its own. */
export const MOST_TYPES = 1000;

export const THING = 'thing';
export const VOICE = 'voice';
export const RELATED = 'related-to';

const OWN_KINDS: Readonly<Record<string, KnownKind>> = {
  [THING]: { id: THING, label: 'Thing', plural: 'Things' },
  [VOICE]: { id: VOICE, label: 'Voice', plural: 'Voices' },
};

/** A label within a reading: short, and without what a reading takes for its places. */
function slotLabel(label: string): string {
  return cutWhole(label.replace(/[{}]/gu, ''), 200);
}

/** How a type reads of which nothing but the label is known: neutrally, as the arrow that it was. */
export function plainReadings(label: string, undirected: boolean) {
  const between = `— ${slotLabel(label)} ${undirected ? '—' : '→'}`;
  return {
    asserts: `{s} ${between} {o}`,
    denies: `{s} — not: ${between.slice(2)} {o}`,
    doubts: `it is doubtful that {s} ${between} {o}`,
  };
}

/** The ontology of a foreign file: kinds and types as the file uses them, with what its format knows of them. */
export class MadeTypes {
  readonly #kinds = new Map<string, KindId>();
  readonly #knownKinds = new Map<string, KnownKind>();
  readonly #relations = new Map<string, MadeType>();
  readonly #undirected = new Map<string, MadeType>();
  readonly #literals = new Map<string, MadeType>();
  readonly #figures = new Map<string, MadeType>();
  readonly #knownRelations = new Map<string, KnownRelationType>();
  readonly #knownLiterals = new Map<string, KnownLiteralType>();
  readonly #figureLabels = new Map<string, string>();
  readonly #kindLabels = new Map<string, string>();
  #own: Ontology | undefined;
  /** What stands for types that were only guessed, where these are too many: one for each direction. */
  #standIns: { readonly directed: MadeType | undefined; readonly undirected: MadeType | undefined } | undefined;

  /** An ontology that the file carries whole: its kinds and types go before what is made. */
  takeOwn(ontology: Ontology): void {
    this.#own = ontology;
  }

  dropOwn(): void {
    this.#own = undefined;
  }

  knowKind(kind: KnownKind): void {
    this.#knownKinds.set(idText(kind.id), kind);
  }
  knowRelation(type: KnownRelationType): void {
    this.#knownRelations.set(idText(type.id), type);
  }
  knowLiteral(type: KnownLiteralType): void {
    this.#knownLiterals.set(idText(type.id), type);
  }
  knowFigure(id: string, label: string): void {
    this.#figureLabels.set(idText(id), label);
  }

  kind(text: string): KindId {
    const known = this.#kinds.get(text);
    if (known !== undefined) return known;
    const id = KindId.parse(idText(text));
    this.#kinds.set(text, id);
    this.#kindLabels.set(id, asLabel(text) ?? id);
    return id;
  }
  get kindCount(): number {
    return this.#kinds.size;
  }

  /** The type of a text; texts that look alike are one type, or else a denial would not meet what it denies. */
  relation(written: string, undirected: boolean, told: boolean): MadeType {
    const isKnown = this.#relations.has(written) || this.#undirected.has(written);
    const text = isKnown ? written : asKey(written) || written;
    const symmetric = this.#isSymmetric(text);
    const by = undirected && symmetric !== false && symmetric !== true ? this.#undirected : this.#relations;
    return this.#make(by, 'relation', text, by === this.#undirected, told);
  }
  literal(text: string): MadeType {
    return this.#make(this.#literals, 'literal', text, false, true);
  }
  figure(text: string): MadeType {
    return this.#make(this.#figures, 'figure', text, false, true);
  }

  /** The type of a claim that comes ready-made, under the id that it has. */
  own(sort: MadeType['sort'], id: TypeId): MadeType {
    const by = { relation: this.#relations, literal: this.#literals, figure: this.#figures }[sort];
    const key = keyOfId(id);
    const text = key !== undefined && idText(key) === id ? key : id;
    const known = by.get(text);
    const made = known ?? newType(sort, text, false, true);
    made.id = id;
    made.fixed = true;
    by.set(text, made);
    return made;
  }

  /** Whether a known type is symmetric; undefined where the file alone tells. */
  #isSymmetric(text: string): boolean | undefined {
    const own = this.#own?.relations.find((type) => type.id === text);
    return own?.symmetric ?? this.#knownRelations.get(idText(text))?.symmetric;
  }

  #make(by: Map<string, MadeType>, sort: MadeType['sort'], text: string, undirected: boolean, told: boolean): MadeType {
    const known = by.get(text);
    if (known !== undefined) {
      known.told ||= told;
      return known;
    }
    const made = newType(sort, text, undirected, told);
    by.set(text, made);
    return made;
  }

  /** Whether guessed types were too many to be types. To be asked when types are settled. */
  get hasStandIns(): boolean {
    return this.#standIns !== undefined;
  }

  /** The type that stands for one in the end. To be asked when types are settled. */
  inPlace(type: MadeType): MadeType {
    if (this.#standIns === undefined || !isGuess(type)) return type;
    return (type.undirected ? this.#standIns.undirected : this.#standIns.directed) ?? type;
  }

  /** Where more types than that are told by nothing but attributes of a likely name, these are none. */
  #leaveGuesses(): void {
    const guesses = (by: ReadonlyMap<string, MadeType>): MadeType[] => [...by.values()].filter(isGuess);
    const [directed, undirected] = [guesses(this.#relations), guesses(this.#undirected)];
    if (directed.length + undirected.length <= MOST_TYPES) return;
    for (const { text } of directed) this.#relations.delete(text);
    for (const { text } of undirected) this.#undirected.delete(text);
    const standIn = (by: Map<string, MadeType>): MadeType =>
      this.#make(by, 'relation', RELATED, by === this.#undirected, true);
    this.#standIns = {
      directed: directed.length === 0 ? undefined : standIn(this.#relations),
      undirected: undirected.length === 0 ? undefined : standIn(this.#undirected),
    };
  }

  /** Gives each type an id of its own: two sorts of type, or both directions of one, share none. */
  settle(): void {
    this.#leaveGuesses();
    const sortOf = new Map<string, MadeType['sort']>();
    for (const { id } of this.#own?.relations ?? []) sortOf.set(id, 'relation');
    for (const { id } of this.#own?.literals ?? []) sortOf.set(id, 'literal');
    for (const { id } of this.#own?.figures ?? []) sortOf.set(id, 'figure');
    const all = [this.#relations, this.#undirected, this.#literals, this.#figures].flatMap((made) => [
      ...made.values(),
    ]);
    const taken = new Set<string>();
    for (const { fixed, id, sort } of all) {
      if (!fixed) continue;
      taken.add(id);
      sortOf.set(id, sort);
    }
    for (const type of all.toSorted((a, b) => rankOf(a) - rankOf(b) || byCodePoint(a.text, b.text))) {
      if (type.fixed) continue;
      const suffix = type.undirected ? '-undirected' : type.sort === 'literal' ? '-statement' : `-${type.sort}`;
      let id: string = type.id;
      for (let n = 1; taken.has(id) || (sortOf.get(id) ?? type.sort) !== type.sort; n++) {
        id = `${cutWhole(type.id, 180)}${suffix}${n === 1 ? '' : `-${n}`}`;
      }
      taken.add(id);
      type.id = TypeId.parse(id);
    }
  }

  /** The ontology of what was used, sorted by id. `kinds` are those of the entities. */
  ontology(kinds: ReadonlySet<KindId>): Ontology {
    const used = [...this.#relations.values(), ...this.#undirected.values()].filter(({ domain }) => domain.size > 0);
    const byText = new Map(used.map((type) => [type.text, type]));
    const ids = new Map(used.map((type) => [idText(type.text), type.id]));
    const everyKind = [...new Set<string>([...kinds, ...(this.#own?.kinds ?? []).map(({ id }) => id)])]
      .toSorted(byCodePoint)
      .map((id) => KindId.parse(id));
    const anyKind = everyKind.length > 0 ? everyKind : [KindId.parse(THING)];
    // What a known type is a form of is there too, so that evidence rolls up.
    const wider: KnownRelationType[] = [];
    for (const id of [...ids.keys()]) {
      for (let at = this.#knownRelations.get(id)?.broader; at !== undefined; ) {
        const known = this.#knownRelations.get(idText(at));
        if (known === undefined || ids.has(idText(at))) break;
        ids.set(idText(at), TypeId.parse(idText(at)));
        wider.push(known);
        at = known.broader;
      }
    }
    const relationOf = (
      type: Pick<MadeType, 'id' | 'text' | 'label' | 'undirected'>,
      domain: KindId[],
      range: KindId[],
    ) => this.#relationType(type, domain, range, ids);
    const own = this.#own;
    const relations = [
      ...(own?.relations ?? []).map((type) =>
        widened(
          type,
          used.find(({ id }) => id === type.id),
        ),
      ),
      ...used
        .filter(({ id }) => own?.relations.some((type) => type.id === id) !== true)
        .map((type) => relationOf(type, sorted(type.domain), sorted(type.range))),
      ...wider
        .filter(({ id }) => !byText.has(id) && own?.relations.some((type) => type.id === id) !== true)
        .map((known) => {
          const id = TypeId.parse(idText(known.id));
          return relationOf({ id, text: known.id, label: known.id, undirected: false }, anyKind, anyKind);
        }),
    ];
    const literals = [
      ...(own?.literals ?? []),
      ...[...this.#literals.values()]
        .filter(({ id, domain }) => domain.size > 0 && own?.literals.some((type) => type.id === id) !== true)
        .map((type) => this.#literalType(type)),
    ];
    const figures: FigureType[] = [
      ...(own?.figures ?? []),
      ...[...this.#figures.values()]
        .filter(({ id, domain }) => domain.size > 0 && own?.figures.some((type) => type.id === id) !== true)
        .map(({ id, text, label }) => ({ id, label: asLabel(this.#figureLabels.get(idText(text)) ?? label) ?? label })),
    ];
    const made = anyKind
      .filter((id) => own?.kinds.some((kind) => kind.id === id) !== true)
      .map((id): EntityKind => this.#entityKind(id));
    return {
      version: 1,
      kinds: [...(own?.kinds ?? []), ...made],
      // A schema wants one type at least; this one says nothing.
      relations:
        relations.length > 0
          ? own === undefined
            ? relations.toSorted((a, b) => byCodePoint(a.id, b.id))
            : relations
          : [
              relationOf(
                { id: TypeId.parse(RELATED), text: RELATED, label: 'related to', undirected: false },
                anyKind,
                anyKind,
              ),
            ],
      literals: own === undefined ? literals.toSorted((a, b) => byCodePoint(a.id, b.id)) : literals,
      figures: own === undefined ? figures.toSorted((a, b) => byCodePoint(a.id, b.id)) : figures,
    };
  }

  #entityKind(id: KindId): EntityKind {
    const known = this.#knownKinds.get(id) ?? OWN_KINDS[id];
    const label = asLabel(known?.label ?? this.#kindLabels.get(id) ?? id) ?? id;
    return {
      id,
      label,
      plural: asLabel(known?.plural ?? label) ?? label,
      event: known?.event ?? false,
      place: known?.place ?? false,
    };
  }

  #relationType(
    { id, text, label: made, undirected }: Pick<MadeType, 'id' | 'text' | 'label' | 'undirected'>,
    domain: KindId[],
    range: KindId[],
    ids: ReadonlyMap<string, TypeId>,
  ): RelationType {
    const { id: _, broader, excludes = [], ...known } = this.#knownRelations.get(idText(text)) ?? { id };
    const label = asLabel(known.label ?? made) ?? made;
    const symmetric = known.symmetric ?? undirected;
    const wider = broader === undefined ? undefined : ids.get(idText(broader));
    const both = symmetric ? sorted(new Set([...domain, ...range])) : undefined;
    return {
      ...cleaned(known),
      inverse: asLabel(known.inverse ?? '') ?? (symmetric ? label : `${cutWhole(label, 280)} (inverse)`),
      oneVoice: known.oneVoice ?? false,
      selfSpoken: known.selfSpoken ?? false,
      partOf: known.partOf ?? false,
      attribution: known.attribution ?? false,
      ...(known.side === undefined ? {} : { side: known.side }),
      ...(known.singleValued === undefined ? {} : { singleValued: known.singleValued }),
      reads: cleanReads(known.reads) ?? plainReadings(label, symmetric),
      id,
      label,
      symmetric,
      domain: both ?? domain,
      range: both ?? range,
      ...(wider === undefined ? {} : { broader: wider }),
      excludes: excludes.flatMap((other) => ids.get(idText(other)) ?? []),
    };
  }

  #literalType({ id, text, label: made, domain }: MadeType): LiteralType {
    const { id: _, ...known } = this.#knownLiterals.get(idText(text)) ?? { id };
    const label = asLabel(known.label ?? made) ?? made;
    const shown = slotLabel(label);
    return {
      ...cleaned(known),
      selfSpoken: known.selfSpoken ?? false,
      reads: cleanReads(known.reads) ?? {
        asserts: `{s} — ${shown}: {o}`,
        denies: `{s} — not: ${shown}: {o}`,
        doubts: `it is doubtful that {s} — ${shown}: {o}`,
      },
      id,
      label,
      domain: sorted(domain),
    };
  }
}

/** What a format knows of a type may come from the file itself: its texts are made fit as all others are. */
function cleaned({ description }: { readonly description?: string | undefined }): { description?: string } {
  const text = description === undefined ? undefined : asProse(description);
  return text === undefined ? {} : { description: text };
}
function cleanReads(reads: RelationType['reads'] | undefined): RelationType['reads'] | undefined {
  const [asserts, denies, doubts] = [reads?.asserts, reads?.denies, reads?.doubts].map((text) => asLabel(text ?? ''));
  if (asserts === undefined || denies === undefined || doubts === undefined) return undefined;
  return { asserts, denies, doubts };
}

function sorted(kinds: ReadonlySet<KindId>): KindId[] {
  return [...kinds].toSorted(byCodePoint);
}

/** A type of the file's own ontology, which also takes the kinds that the file uses it for. */
function widened(type: RelationType, used: MadeType | undefined): RelationType {
  if (used === undefined) return type;
  return {
    ...type,
    domain: [...new Set([...type.domain, ...sorted(used.domain)])],
    range: [...new Set([...type.range, ...sorted(used.range)])],
  };
}

function newType(sort: MadeType['sort'], text: string, undirected: boolean, told: boolean): MadeType {
  const id = TypeId.parse(idText(text));
  const label = asLabel(text === RELATED ? 'related to' : text) ?? id;
  return { sort, text, label, undirected, told, fixed: false, domain: new Set(), range: new Set(), id };
}

/** Whether nothing but an attribute of a likely name says that this is the type. */
function isGuess({ sort, told, fixed, text }: MadeType): boolean {
  return sort === 'relation' && !told && !fixed && text !== RELATED;
}

/** Relations keep their text as their id before others do. */
function rankOf({ sort, undirected }: MadeType): number {
  return sort === 'relation' ? (undirected ? 1 : 0) : sort === 'literal' ? 2 : 3;
}
