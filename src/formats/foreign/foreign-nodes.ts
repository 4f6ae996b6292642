import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import type { KindId } from '../../model/ids.ts';
import { asKey, asLabel, asProse } from './clean-text.ts';
import { isNodeDrawing } from './drawing-words.ts';
import type { Findings } from './findings.ts';
import { timeIn } from './foreign-date.ts';
import type { ForeignEntities } from './foreign-entities.ts';
import { entityIdOf } from './foreign-id.ts';
import { type Keeper, textOf } from './keep.ts';
import { LikelyAttribute } from './likely-attribute.ts';
import { type MadeTypes, MOST_TYPES, THING } from './made-types.ts';
import { MappedAttribute } from './mapped-attribute.ts';
import { NodeMapping } from './mapping.ts';
import { givenTwice } from './missing.ts';
import type { ForeignNode } from './records.ts';

type Field = keyof NodeMapping;

/** Names, folded, under which a name and a kind are taken unasked, best first. JGraphT writes `VertexLabel`. */
const LABEL_NAMES = ['label', 'name', 'vertexlabel', 'nodelabel'];
const KIND_NAMES = ['kind', 'type'];

/** What entities are made with. */
interface Workshop {
  readonly types: MadeTypes;
  readonly entities: ForeignEntities;
  readonly keeper: Keeper;
  readonly findings: Findings;
}

/** Makes an entity of each node, at once. */
export class EntityMaker {
  readonly #workshop: Workshop;
  readonly #fields: { readonly [Name in Field]?: MappedAttribute };
  readonly #likelyLabel = new LikelyAttribute(LABEL_NAMES);
  readonly #likelyKind = new LikelyAttribute(KIND_NAMES, isNoKind);
  /** Entities of which the kind is only guessed. */
  readonly #guessed: Entity[] = [];

  constructor(mapping: NodeMapping, workshop: Workshop) {
    this.#workshop = workshop;
    this.#fields = Object.fromEntries(
      NodeMapping.keyof().options.flatMap((field) => {
        const name = mapping[field];
        return name === undefined ? [] : [[field, new MappedAttribute(`node.${field}`, name)]];
      }),
    );
  }

  /** Whether it was taken: a second one of a key, or one that holds too much, is told and left out. */
  add(node: ForeignNode): boolean {
    const { types, entities, keeper, findings } = this.#workshop;
    const { key, place } = node;
    const id = entityIdOf(key);
    if (entities.hasId(id)) {
      findings.bad(givenTwice('node', key), place);
      return false;
    }
    const given = node.attributes;
    const value = (field: Field): string | undefined => this.#fields[field]?.text(node);
    const label = value('label') ?? node.label ?? this.#likelyLabel.text(given) ?? key;
    const name = asLabel(label) ?? asLabel(key) ?? id;
    const told = value('kind') ?? textOf(node.kind);
    const written = told ?? this.#likelyKind.text(given) ?? THING;
    const kind = asKey(written) || written;
    const summaryText = value('summary') ?? textOf(node.summary);
    const summary = summaryText === undefined ? undefined : asProse(summaryText);
    const aliases = this.#aliases(node, name);
    const kept: Attribute[] = id === key ? [] : [{ name: KEY_ATTRIBUTE, value: key }];
    if (node.label !== undefined && node.label !== name) kept.push({ name: 'label', value: node.label });
    // The kind's id and label hold its text, unless it is very long or another took its place.
    if (node.kind !== undefined && (node.kind !== (told === undefined ? told : kind) || node.kind.length > 150)) {
      kept.push({ name: 'kind', value: node.kind });
    }
    if (node.summary !== undefined && node.summary !== summary) kept.push({ name: 'summary', value: node.summary });
    for (const alias of node.aliases ?? []) {
      if (alias !== name && !aliases.includes(alias)) kept.push({ name: 'alias', value: alias });
    }
    const at = value('when');
    const times = {
      at: at === undefined ? at : timeIn(this.#fields.when?.name ?? '', at),
      start: value('start'),
      end: value('end'),
    };
    const when = keeper.time(times, node.time, kept, place);
    const sameAs = sameAsOf(node, kept);
    const attributes = keeper.attributes(given, kept, key, place);
    if (attributes === undefined) return false;
    const entity: Entity = {
      id,
      kind: types.kind(kind),
      name,
      aliases,
      unidentified: node.unidentified ?? false,
    };
    if (summary !== undefined) entity.summary = summary;
    if (when !== undefined) entity.when = when;
    if (sameAs !== undefined) entity.sameAs = sameAs;
    if (attributes.length > 0) entity.attributes = attributes;
    entities.hold(key, entity);
    if (told === undefined && kind !== THING) this.#guessed.push(entity);
    return true;
  }

  #aliases(node: ForeignNode, name: string): string[] {
    const { aliases = [] } = node;
    const mapped = this.#fields.aliases?.texts(node) ?? [];
    if (aliases.length === 0 && mapped.length === 0) return [];
    const spellings = [...aliases, ...mapped.flatMap((text) => text.split(/\s*[|;]\s*/u))];
    return [...new Set(spellings.flatMap((alias) => asLabel(alias) ?? []))].filter((alias) => alias !== name);
  }

  /** More guessed kinds than that are none: then all these are things, and it is told. Tells whether any was changed. */
  settleKinds(): boolean {
    const { types, findings } = this.#workshop;
    // As long as all kinds together are not too many, those that were guessed need not be counted.
    if (types.kindCount <= MOST_TYPES) return false;
    const kinds = new Set<KindId>();
    for (const { kind } of this.#guessed) kinds.add(kind);
    if (kinds.size <= MOST_TYPES) return false;
    const thing = types.kind(THING);
    for (const entity of this.#guessed) entity.kind = thing;
    findings.tell({
      code: 'invalid-value',
      severity: 'warning',
      message: `The attribute that was taken for the kind of a node has more than ${MOST_TYPES} values, and was left an attribute`,
      remedy: 'Say in the mapping which attribute is the kind',
    });
    return true;
  }

  /** Tells what went wrong with the mapping as a whole. `names` are the attributes of the nodes that there are. */
  tell(names: () => ReadonlySet<string>): void {
    const { findings } = this.#workshop;
    for (const attribute of Object.values(this.#fields)) {
      attribute.tellUnknown(findings, names);
      if (attribute !== this.#fields.aliases) attribute.tellSeveral(findings);
    }
  }
}

/** Whether a word is one of a picture, and of no kind: sigma.js names a node's program so. */
function isNoKind({ value }: Attribute, folded: string, attributes: readonly Attribute[]): boolean {
  return folded === 'type' && isNodeDrawing(value, attributes);
}

/** External ids that a record can hold; the others are kept as attributes. */
function sameAsOf({ sameAs }: ForeignNode, kept: Attribute[]): Record<string, string> | undefined {
  if (sameAs === undefined) return undefined;
  const good: [string, string][] = [];
  for (const [scheme, id] of Object.entries(sameAs)) {
    if (/^[a-z][a-z0-9-]*$/u.test(scheme) && asLabel(id) === id) good.push([scheme, id]);
    else kept.push({ name: `sameAs.${scheme}`, value: id });
  }
  return good.length === 0 ? undefined : Object.fromEntries(good);
}
