import { runSliced } from '../../knowledge/run-sliced.ts';
import { checkGraph } from '../../model/check-graph.ts';
import { Claim } from '../../model/claim.ts';
import { Entity } from '../../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../../model/graph-document.ts';
import type { ClaimId, EntityId, KindId } from '../../model/ids.ts';
import type { Issue } from '../../model/issue.ts';
import { Ontology } from '../../model/ontology.ts';
import { parseRecord } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import type { KnownLoss, ReadResult } from '../format.ts';
import { type Limits, limitsOf } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { ClaimWords } from './claim-words.ts';
import { asLabel } from './clean-text.ts';
import { Findings, type GivenIssue } from './findings.ts';
import { ClaimMaker, type Saying } from './foreign-claims.ts';
import { ForeignEntities } from './foreign-entities.ts';
import { entityIdOf } from './foreign-id.ts';
import { EntityMaker } from './foreign-nodes.ts';
import { ForeignSources } from './foreign-sources.ts';
import { Keeper } from './keep.ts';
import { type MadeType, MadeTypes, MOST_TYPES, RELATED } from './made-types.ts';
import { namesOf } from './mapped-attribute.ts';
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
  readonly #nodes: EntityMaker;
  readonly #words: ClaimWords;
  readonly #skipBad: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #claims: ClaimMaker;
  readonly #ownClaims: OwnClaim[] = [];
  /** Kinds of entities that came ready-made. */
  readonly #ownKinds = new Set<KindId>();
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
    this.#words = new ClaimWords(this.#name, mapping.edge, this.#findings);
    const shared = { entities: this.#entities, keeper: this.#keeper, findings: this.#findings };
    this.#nodes = new EntityMaker(mapping.node, { ...shared, types: this.#types });
    this.#claims = new ClaimMaker({ ...shared, sources: this.#sources, words: this.#words });
  }

  /** The file's name without its folders, as titles, sources and voices are to have it. */
  get name(): string {
    return this.#name;
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
  /** Another key by which the file says that a node goes. A node that has it for its own goes before. */
  goesBy(other: string, key: string): void {
    this.#entities.goesBy(other, key);
  }
  /** The key of the node that goes by a key; the key itself where none does. To be asked for when all nodes are there. */
  keyOf(key: string): string {
    return this.#entities.keyOf(key);
  }

  /** Whether the node was taken. Of one that is bad, and was told, nothing else that its record says may be taken. */
  addNode(node: ForeignNode): boolean {
    this.#count();
    return this.#nodes.add(node);
  }
  addEdge(edge: ForeignEdge): void {
    const told = this.#words.toldType(edge);
    const text = told ?? this.#words.guessedType(edge) ?? RELATED;
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
    this.#sources.add(source);
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
    else {
      this.#entities.hold(value.id, value);
      this.#ownKinds.add(value.kind);
    }
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
    const isRekinded = this.#nodes.settleKinds();
    for (const { claim } of this.#ownClaims) this.#sources.needOwn(claim.source);
    if (this.#skipBad) this.#sources.leaveOutBroken();
    const isRetyped = this.#types.hasStandIns;
    if (isRetyped) this.#tellTooManyTypes();
    const typeInPlace = (type: MadeType): MadeType => this.#types.inPlace(type);
    const made = await runSliced(this.#claims.finish(typeInPlace, isRekinded || isRetyped), this.#signal);
    this.#words.tell(() => namesOf(made), this.#ownClaims.length === 0);
    this.#nodes.tell(() => namesOf(this.#entities.all));
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
    if (refused) return { issues, losses, skipped };
    const rebuilt = this.#rebuilt(graph);
    return { graph, issues, losses, skipped, ...(rebuilt.size === 0 ? {} : { rebuilt }) };
  }

  /** Ids of kinds and types of ready-made records in a file that does not carry the ontology which defines them. */
  #rebuilt({ ontology, claims }: GraphDocument): ReadonlySet<string> {
    if (this.#hasOntology || this.#ownKinds.size === 0) return new Set();
    const ids = new Set<string>([...this.#ownKinds, ...this.#ownClaims.map(({ claim }) => claim.type)]);
    // The type that an ontology has, because it must have one, says nothing of the records.
    const [first] = ontology.relations;
    if (first !== undefined && !claims.some(({ type }) => type === first.id)) ids.add(first.id);
    return ids;
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

  #tellTooManyTypes(): void {
    this.tell({
      code: 'invalid-value',
      severity: 'warning',
      message: `The attribute that was taken for the type of an edge has more than ${MOST_TYPES} values, and was left an attribute`,
      remedy: 'Say in the mapping which attribute is the type',
    });
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
      this.badRecord(errors, place);
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
