import { runSliced } from '../../knowledge/run-sliced.ts';
import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { checkGraph } from '../../model/check-graph.ts';
import { Claim } from '../../model/claim.ts';
import { Entity } from '../../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../../model/graph-document.ts';
import type { ClaimId, EntityId } from '../../model/ids.ts';
import type { Issue } from '../../model/issue.ts';
import { Ontology } from '../../model/ontology.ts';
import { parseRecord } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import type { KnownLoss, ReadResult } from '../format.ts';
import { type Limits, limitsOf } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { ClaimWords } from './claim-words.ts';
import { asLabel, asProse } from './clean-text.ts';
import { Findings, type GivenIssue } from './findings.ts';
import { ClaimMaker, type Saying } from './foreign-claims.ts';
import { ForeignEntities } from './foreign-entities.ts';
import { entityIdOf } from './foreign-id.ts';
import { ForeignSources } from './foreign-sources.ts';
import { attributeValue, guessed, Keeper, textOf } from './keep.ts';
import { type MadeType, MadeTypes, MOST_TYPES, RELATED, THING } from './made-types.ts';
import { type Mapping, NO_MAPPING } from './mapping.ts';
import { givenTwice } from './missing.ts';
import type {
  ForeignEdge,
  ForeignFigure,
  ForeignNode,
  ForeignOptions,
  ForeignSource,
  ForeignStatement,
  KnownKind,
  KnownLiteralType,
  KnownRelationType,
  RecordPlace,
} from './records.ts';

export { attributeValue } from './keep.ts';

/** A claim that came ready-made, and where. */
interface OwnClaim {
  readonly claim: Claim;
  readonly type: MadeType;
  readonly place: RecordPlace;
}

/**
 * Collects the nodes and edges of any tool as they are read and makes a graph document of them. Each edge becomes one
 * claim of one source, "Imported from FILE", with all its attributes; nothing is merged. Nodes may come after the edges
 * that name them. What cannot be taken is told with its place (`bad`), and what is changed or left out is counted.
 * Methods throw a ReadFailure where a limit is passed.
 *
 * Memory: a record becomes its entity or claim at once, and is not held; only what names a node that comes later waits.
 */
export class ForeignGraph {
  readonly #file: string;
  /** The file's name without its folders, which are the importer's own affair. */
  readonly #name: string;
  readonly #title: string | undefined;
  readonly #mapping: Mapping;
  readonly #limits: Limits;
  readonly #findings: Findings;
  readonly #keeper: Keeper;
  readonly #types = new MadeTypes();
  readonly #entities = new ForeignEntities(this.#types);
  readonly #sources: ForeignSources;
  /** Entities of which the kind is only guessed. */
  readonly #guessedKinds: Entity[] = [];
  readonly #skipBad: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #claims: ClaimMaker;
  readonly #ownClaims: OwnClaim[] = [];
  #hasOntology = false;
  #records = 0;

  constructor({ file, format, mapping = NO_MAPPING, now, limits, skipBad = false, title, signal }: ForeignOptions) {
    this.#file = file;
    this.#signal = signal;
    this.#name = file.split(/[/\\]/u).at(-1) || file;
    this.#title = title;
    this.#mapping = mapping;
    this.#limits = limitsOf(limits);
    this.#skipBad = skipBad;
    this.#findings = new Findings({ file, most: this.#limits.issues, skipBad });
    this.#keeper = new Keeper(this.#limits, this.#findings);
    const from = { file: this.#name, format, now, known: mapping.source };
    this.#sources = new ForeignSources(from, this.#entities, this.#findings, this.#keeper);
    this.#claims = new ClaimMaker({
      entities: this.#entities,
      sources: this.#sources,
      words: new ClaimWords(this.#name, mapping.edge, this.#findings),
      keeper: this.#keeper,
      findings: this.#findings,
    });
  }

  /** A finding of the reader; as an error, which it is unless told, it refuses the file. */
  tell(issue: GivenIssue, place?: RecordPlace): void {
    this.#findings.tell(issue, place);
  }
  /** A record that cannot be taken: an error, or, where bad records are to be left out, a warning that is counted. */
  bad(issue: GivenIssue, place?: RecordPlace): void {
    this.#findings.bad(issue, place);
  }
  /** A bad record in which several things are wrong. */
  badRecord(issues: readonly GivenIssue[], place?: RecordPlace): void {
    this.#findings.badRecord(issues, place);
  }
  lose({ count = 1, ...loss }: KnownLoss & { readonly count?: number }): void {
    this.#findings.lose(loss, count);
  }

  /** What the format knows of a type or kind; all else is made from the file. `id` is the text that records have. */
  knowRelation(type: KnownRelationType): void {
    this.#types.knowRelation(type);
  }
  knowLiteral(type: KnownLiteralType): void {
    this.#types.knowLiteral(type);
  }
  knowFigure({ id, label }: { readonly id: string; readonly label: string }): void {
    this.#types.knowFigure(id, label);
  }
  knowKind(kind: KnownKind): void {
    this.#types.knowKind(kind);
  }

  /** The id that a node's key becomes. */
  entityId(key: string): EntityId {
    return this.#entities.get(key)?.id ?? entityIdOf(key);
  }
  hasNode(key: string): boolean {
    return this.#entities.get(key) !== undefined;
  }
  hasSource(key: string): boolean {
    return this.#sources.has(key);
  }

  addNode(node: ForeignNode): void {
    this.#count();
    const { key, place } = node;
    const id = entityIdOf(key);
    if (this.#entities.hasId(id)) {
      this.bad(givenTwice('node', key), place);
      return;
    }
    const { node: mapped } = this.#mapping;
    const given = node.attributes;
    const value = (name: string | undefined): string | undefined => textOf(attributeValue(given, name));
    const label = value(mapped.label) ?? node.label ?? guessed(given, ['label', 'name']) ?? key;
    const name = asLabel(label) ?? asLabel(key) ?? id;
    const told = value(mapped.kind) ?? textOf(node.kind);
    const kind = told ?? guessed(given, ['kind', 'type']) ?? THING;
    const summaryText = value(mapped.summary) ?? textOf(node.summary);
    const summary = summaryText === undefined ? undefined : asProse(summaryText);
    const spellings = [...(node.aliases ?? []), ...(value(mapped.aliases)?.split(/\s*[|;]\s*/u) ?? [])];
    const aliases = [...new Set(spellings.flatMap((alias) => asLabel(alias) ?? []))].filter((alias) => alias !== name);
    const kept: Attribute[] = id === key ? [] : [{ name: KEY_ATTRIBUTE, value: key }];
    if (node.label !== undefined && node.label !== name) kept.push({ name: 'label', value: node.label });
    if (node.kind !== undefined && node.kind !== told) kept.push({ name: 'kind', value: node.kind });
    if (node.summary !== undefined && node.summary !== summary) kept.push({ name: 'summary', value: node.summary });
    for (const alias of node.aliases ?? []) {
      if (alias !== name && !aliases.includes(alias)) kept.push({ name: 'alias', value: alias });
    }
    const times = { at: value(mapped.when), start: value(mapped.start), end: value(mapped.end) };
    const when = this.#keeper.time(times, node.time, kept, place);
    const sameAs = sameAsOf(node, kept);
    const attributes = this.#keeper.attributes(given, kept, key, place);
    if (attributes === undefined) return;
    const entity: Entity = {
      id,
      kind: this.#types.kind(kind),
      name,
      aliases,
      unidentified: node.unidentified ?? false,
    };
    if (summary !== undefined) entity.summary = summary;
    if (when !== undefined) entity.when = when;
    if (sameAs !== undefined) entity.sameAs = sameAs;
    if (attributes.length > 0) entity.attributes = attributes;
    this.#entities.hold(key, entity);
    if (told === undefined && kind !== THING) this.#guessedKinds.push(entity);
  }

  addEdge(edge: ForeignEdge): void {
    const told = textOf(attributeValue(edge.attributes, this.#mapping.edge.type)) ?? textOf(edge.type);
    const text = told ?? guessed(edge.attributes, ['type', 'kind', 'label']) ?? RELATED;
    this.#say(edge, this.#types.relation(text, edge.directed === false, told !== undefined));
  }
  addFigure(figure: ForeignFigure): void {
    this.#say(figure, this.#types.figure(figure.measure));
  }
  addStatement(statement: ForeignStatement): void {
    this.#say(statement, this.#types.literal(statement.type));
  }
  addSource(source: ForeignSource): void {
    this.#count();
    if (!this.#sources.add(source)) this.bad(givenTwice('source', source.key), source.place);
  }

  /** Records that Ascribe wrote itself, whole: parsed by their schemas, told of with their place where they are none. */
  ownOntology(record: unknown, place: RecordPlace = {}): void {
    const { value, issues } = parseRecord(Ontology, record, place.path);
    this.badRecord(issues, place);
    if (value === undefined) return;
    this.#hasOntology = true;
    this.#types.takeOwn(value);
  }
  ownEntity(record: unknown, place: RecordPlace = {}): void {
    this.#count();
    const { value, issues } = parseRecord(Entity, record, place.path);
    if (value === undefined) this.badRecord(issues, place);
    else if (this.#entities.hasId(value.id)) this.bad(givenTwice('entity', value.id), place);
    else this.#entities.hold(value.id, value);
  }
  ownSource(record: unknown, place: RecordPlace = {}): void {
    this.#count();
    const { value, issues } = parseRecord(Source, record, place.path);
    if (value === undefined) {
      this.badRecord(issues, place);
      const id = issues.find((issue) => issue.id !== undefined)?.id;
      if (id !== undefined) this.#sources.leaveOut(id);
    } else if (this.#sources.has(value.id)) this.bad(givenTwice('source', value.id), place);
    else this.#sources.addOwn(value, place);
  }
  ownClaim(record: unknown, place: RecordPlace = {}): void {
    this.#count();
    const { value, issues } = parseRecord(Claim, record, place.path);
    if (value === undefined) {
      this.badRecord(issues, place);
      return;
    }
    const sort = value.object !== undefined ? 'relation' : value.quantity !== undefined ? 'figure' : 'literal';
    this.#ownClaims.push({ claim: value, type: this.#types.own(sort, value.type), place });
  }

  /**
   * Makes the graph of all that was given. The collector is empty afterwards. Where nothing is said by the import and the
   * file has no other source, that of the import is there only if it is `wanted`, which it is unless told. Others have
   * their turn in between; rejects with the signal's reason once it is aborted.
   */
  async finish({ wanted = true }: { readonly wanted?: boolean } = {}): Promise<ReadResult> {
    this.#types.settle();
    const isRekinded = this.#settleKinds();
    for (const { claim } of this.#ownClaims) this.#sources.needOwn(claim.source);
    if (this.#skipBad) this.#sources.leaveOutBroken();
    const isRetyped = this.#types.tooMany;
    const made = await runSliced(this.#claims.finish(this.#typesInPlace(), isRekinded || isRetyped), this.#signal);
    const sources = this.#sources.finish(wanted);
    const entities = this.#entities.all;
    const kinds = new Set(entities.map(({ kind }) => kind));
    const document = (): GraphDocument => ({
      format: GRAPH_FORMAT,
      version: GRAPH_VERSION,
      title: asLabel(this.#mapping.title ?? this.#title ?? `Imported from ${this.#name}`) ?? 'Imported',
      ontology: this.#types.ontology(kinds),
      sources,
      entities,
      claims: made,
    });
    this.#widenTypes();
    let graph = document();
    let found = this.#check(graph);
    const broken = found.find(({ path: [part], severity }) => part === 'ontology' && severity === 'error');
    if (this.#skipBad && this.#hasOntology && broken !== undefined) {
      // Without its ontology, types are made of what the file uses.
      this.bad(broken);
      this.#types.dropOwn();
      this.#hasOntology = false;
      this.#widenTypes();
      graph = document();
      found = this.#check(graph);
    }
    for (const claim of this.#whole(found, made)) graph.claims.push(claim);
    const { issues, losses, skipped, refused } = this.#findings;
    return { ...(refused ? {} : { graph }), issues, losses, skipped };
  }

  #say(saying: Saying, type: MadeType): void {
    this.#count();
    this.#claims.add(saying, type);
  }

  #count(): void {
    this.#records++;
    if (this.#records <= this.#limits.records) return;
    throw new ReadFailure({
      code: 'too-large',
      file: this.#file,
      message: 'The file holds too many records, and was not read',
      expected: `at most ${this.#limits.records} nodes and edges`,
      remedy: 'Split it, or take a part of it',
    });
  }

  /** More kinds than that are none: they were guessed from an attribute of a likely name. Tells whether any was changed. */
  #settleKinds(): boolean {
    if (this.#types.kindCount <= MOST_TYPES || this.#guessedKinds.length === 0) return false;
    const thing = this.#types.kind(THING);
    for (const entity of this.#guessedKinds) entity.kind = thing;
    return true;
  }

  /** The type that stands for one in the end. Where there are too many, those that were only guessed are none. */
  #typesInPlace(): (type: MadeType) => MadeType {
    if (!this.#types.tooMany) return (type) => type;
    this.tell({
      code: 'invalid-value',
      severity: 'warning',
      message: `The attribute that was taken for the type of an edge has more than ${MOST_TYPES} values, and was left an attribute`,
      remedy: 'Say in the mapping which attribute is the type',
    });
    const related = this.#types.relation(RELATED, false, true);
    return (type) => (type.told || type.sort !== 'relation' ? type : related);
  }

  /** Where the file has no ontology, ready-made claims say of which kinds their types are. */
  #widenTypes(): void {
    if (this.#hasOntology) return;
    for (const { claim, type } of this.#ownClaims) {
      const subject = this.#entities.get(claim.subject);
      const object = claim.object === undefined ? undefined : this.#entities.get(claim.object);
      // A type that has no kinds at one end is none.
      if (subject === undefined || (claim.object !== undefined && object === undefined)) continue;
      type.domain.add(subject.kind);
      if (object !== undefined) type.range.add(object.kind);
    }
  }

  /**
   * What is made here is right by its making; checked is only what came ready-made, and what concerns all: names, circles.
   */
  #check(graph: GraphDocument): readonly Issue[] {
    return checkGraph({ ...graph, claims: this.#ownClaims.map(({ claim }) => claim) });
  }

  /** The ready-made claims, without those that are left out for what was found; all of that is told. */
  #whole(found: readonly Issue[], made: readonly Claim[]): readonly Claim[] {
    const faults = new Map<number, Issue[]>();
    for (const issue of found) {
      const [part, index] = issue.path;
      if (part !== 'claims' || typeof index !== 'number') this.tell(issue);
      else {
        const known = faults.get(index);
        if (known === undefined) faults.set(index, [issue]);
        else known.push(issue);
      }
    }
    const ids = new Set<ClaimId>(this.#ownClaims.length === 0 ? [] : made.map(({ id }) => id));
    return this.#ownClaims.flatMap(({ claim, place }, i) => {
      const issues = (faults.get(i) ?? []).map((issue): GivenIssue => ({ ...placed(issue, place) }));
      if (ids.has(claim.id)) issues.push({ ...givenTwice('claim', claim.id), path: ['claims', i] });
      const errors = issues.filter(({ severity }) => severity !== 'warning');
      for (const issue of issues) if (issue.severity === 'warning') this.tell(issue);
      this.badRecord(errors);
      return errors.length > 0 ? [] : [claim];
    });
  }
}

/** A finding of the check at the line of the record in its file. */
function placed(issue: Issue, { file, line, column }: RecordPlace): Issue {
  return {
    ...issue,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
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
