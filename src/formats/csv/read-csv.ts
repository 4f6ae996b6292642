import { checkGraph } from '../../model/check-graph.ts';
import { Claim, type Speaker } from '../../model/claim.ts';
import { claimId } from '../../model/claim-identity.ts';
import { Entity } from '../../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../../model/graph-document.ts';
import { ClaimId } from '../../model/ids.ts';
import { type Issue, showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import { Source } from '../../model/source.ts';
import { asLabel } from '../foreign/clean-text.ts';
import { Findings } from '../foreign/findings.ts';
import { idText } from '../foreign/foreign-id.ts';
import { missing } from '../foreign/missing.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { DENIALS_WERE_LEFT_OUT, FoundManifest } from '../manifest-in-text.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { checkRow, readTable } from './read-table.ts';
import { idsOfOntology, rebuildOntology, UNKNOWN_KIND } from './rebuild-ontology.ts';
import type { RawRecord, RowPlan } from './row-record.ts';
import type { TableId } from './table-columns.ts';

/** An id that no claim has, for a row without one, until its own is made from its content. */
const NO_ID = ClaimId.parse('c-0');

interface Rows<T> {
  file: string;
  given: boolean;
  records: T[];
  /** The line of each record. */
  lines: number[];
}

/** What the tables hold, and what claims.csv says of records that stand in the other two. */
interface Tables {
  readonly claims: Rows<Claim>;
  readonly entities: Rows<Entity>;
  readonly sources: Rows<Source>;
  readonly entityNames: Map<string, string>;
  readonly sourceTitles: Map<string, string>;
  readonly typeLabels: Map<string, string>;
  /** How the graph was chosen, as far as claims.csv says it. */
  readonly manifest: FoundManifest;
  /** The first line that says that claims which deny or doubt were left out. */
  deniedAt: number | undefined;
}

function noRows<T>(): Rows<T> {
  return { file: '', given: false, records: [], lines: [] };
}

/** Columns of claims.csv and sources.csv that name an entity, with the column of its name. */
const NAMED_COLUMNS = [
  ['subject', 'subject_name'],
  ['object', 'object_name'],
  ['speaker', 'speaker_name'],
  ['place', 'place_name'],
] as const;

/**
 * Reads claims.csv, entities.csv and sources.csv as `writeCsv` writes them, in any order, with any delimiter. A table that
 * is not there is made from what the others say: entities and sources then have an id and a name, and that is told. The
 * ontology is made anew, since the tables have none, and all of it is told as rebuilt. Columns of other names are kept as attributes; those that a writer
 * makes from others (names, verdicts) are not read.
 */
export async function readCsv(inputs: readonly ReadInput[], options: ReadOptions = {}): Promise<ReadResult> {
  const limits = limitsOf(options.limits);
  const findings = new Findings({
    file: inputs.map((input) => input.name).join(', '),
    most: limits.issues,
    skipBad: options.skipBad ?? false,
  });
  const tables: Tables = {
    claims: noRows(),
    entities: noRows(),
    sources: noRows(),
    entityNames: new Map(),
    sourceTitles: new Map(),
    typeLabels: new Map(),
    manifest: new FoundManifest(options.now),
    deniedAt: undefined,
  };
  try {
    for (const input of inputs) await readOne(input, options, findings, tables, limits.records);
  } catch (error) {
    return { issues: [...findings.issues, ...failed(error).issues] };
  }
  if (findings.refused) return { issues: findings.issues };
  if (tables.deniedAt !== undefined) {
    findings.tell(DENIALS_WERE_LEFT_OUT, { file: tables.claims.file, line: tables.deniedAt });
  }
  leaveOutOtherSorts(tables.claims, findings);
  if (findings.refused) return { issues: findings.issues };
  addMissing(tables, findings);
  const graph = connected(tables, findings);
  const manifest = tables.manifest.value;
  return {
    ...(graph === undefined
      ? {}
      : { graph: manifest === undefined ? graph : { ...graph, manifest }, rebuilt: idsOfOntology(graph.ontology) }),
    issues: findings.issues,
    ...(findings.skipped > 0 ? { skipped: findings.skipped } : {}),
  };
}

async function readOne(
  input: ReadInput,
  options: ReadOptions,
  findings: Findings,
  tables: Tables,
  mostRecords: number,
): Promise<void> {
  const file = input.name;
  let id: TableId | undefined;
  const begin = (table: TableId): void => {
    if (id !== undefined) return;
    id = table;
    if (tables[id].given) {
      throw new ReadFailure({
        code: 'duplicate-id',
        file,
        message: `${tables[id].file} is a table of ${id}, too`,
        expected: 'one table of each sort',
        remedy: 'Join the two files',
      });
    }
    tables[id].file = file;
    tables[id].given = true;
  };
  const { id: found } = await readTable(input, options, findings, (table, plan, cells, line) => {
    begin(table.id);
    const raw = plan.record(cells);
    const place = { file, line };
    if (table.id === 'claims') {
      for (const [column, name] of NAMED_COLUMNS)
        note(tables.entityNames, plan.text(cells, column), plan.text(cells, name));
      note(tables.sourceTitles, plan.text(cells, 'source'), plan.text(cells, 'source_title'));
      note(tables.typeLabels, plan.text(cells, 'type'), plan.text(cells, 'type_label'));
      takeManifest(tables, plan, cells, place, findings);
      const claim = checkRow(Claim, { id: NO_ID, ...raw }, place, findings);
      if (claim !== undefined) {
        keep(tables.claims, claim.id === NO_ID ? { ...claim, id: claimId(claim) } : claim, line);
      }
    } else if (table.id === 'entities') {
      const entity = checkRow(Entity, raw, place, findings);
      if (entity !== undefined) keep(tables.entities, entity, line);
    } else {
      note(tables.entityNames, plan.text(cells, 'speaker'), plan.text(cells, 'speaker_name'));
      const source = checkRow(Source, withoutUnsafeAddress(raw, place, findings), place, findings);
      if (source !== undefined) keep(tables.sources, source, line);
    }
    if (tables.claims.records.length + tables.entities.records.length > mostRecords) {
      throw new ReadFailure({
        code: 'too-large',
        file,
        line,
        message: `There are more than ${mostRecords} entities and claims`,
        remedy: 'Take a part of them',
      });
    }
  });
  // A table with a header and no row is there, and empty.
  begin(found);
}

/** What a row of claims.csv says of the graph that it is of. */
function takeManifest(
  tables: Tables,
  plan: RowPlan,
  cells: readonly string[],
  place: { readonly file: string; readonly line: number },
  findings: Findings,
): void {
  if (plan.text(cells, 'denials_left_out') !== undefined) {
    tables.deniedAt ??= place.line;
    tables.manifest.mark();
  }
  const text = plan.text(cells, 'graph_manifest');
  const wrong = text === undefined ? undefined : tables.manifest.addText(text);
  if (wrong !== undefined) findings.tell({ ...wrong, path: ['graph_manifest'] }, place);
}

/** A source with its address as an attribute, and told, where it is none that may be shown as a link. */
function withoutUnsafeAddress(
  { url, attributes, ...rest }: RawRecord,
  place: { readonly file: string; readonly line: number },
  findings: Findings,
): RawRecord {
  const kept = { ...rest, ...(attributes === undefined ? {} : { attributes }) };
  if (typeof url !== 'string' || Source.shape.url.safeParse(url).success)
    return url === undefined ? kept : { ...kept, url };
  findings.tell({
    ...place,
    code: 'refused-content',
    severity: 'warning',
    message: 'The source’s url cannot be taken, and was left an attribute',
    expected: 'a http or https address',
    got: showValue(url),
  });
  // What is no list of attributes is told by the check of the record.
  const others: readonly unknown[] | undefined =
    attributes === undefined ? [] : Array.isArray(attributes) ? attributes : undefined;
  return others === undefined ? kept : { ...rest, attributes: [...others, { name: 'url', value: url }] };
}

function keep<T>(rows: Rows<T>, record: T, line: number): void {
  rows.records.push(record);
  rows.lines.push(line);
}

function note(names: Map<string, string>, id: string | undefined, name: string | undefined): void {
  if (id !== undefined && name !== undefined && !names.has(id)) names.set(id, name);
}

const SORTS = ['relation', 'literal', 'figure'] as const;

function sortOf(claim: Claim): (typeof SORTS)[number] {
  return claim.object !== undefined ? 'relation' : claim.literal !== undefined ? 'literal' : 'figure';
}

/**
 * One type is a relation, a literal or a figure. Where claims use it as several, it is what most of them take it for, the
 * first of these where as many do; the others cannot be taken.
 */
function leaveOutOtherSorts(claims: Rows<Claim>, findings: Findings): void {
  const counts = new Map<string, Record<(typeof SORTS)[number], number>>();
  for (const claim of claims.records) {
    const known = counts.get(claim.type) ?? { relation: 0, literal: 0, figure: 0 };
    known[sortOf(claim)]++;
    counts.set(claim.type, known);
  }
  const bad = new Set<number>();
  claims.records.forEach((claim, i) => {
    const count = counts.get(claim.type);
    if (count === undefined) return;
    const most = Math.max(count.relation, count.literal, count.figure);
    const taken = SORTS.find((sort) => count[sort] === most);
    if (sortOf(claim) === taken) return;
    bad.add(i);
    findings.bad(
      {
        code: 'duplicate-id',
        id: claim.id,
        message: 'One id names types of two sorts',
        expected: `${claim.type} as the type of a ${taken}`,
        got: `the type of a ${sortOf(claim)}`,
        remedy: 'Give the claim a type of its own',
      },
      { file: claims.file, line: claims.lines[i] ?? 1, path: ['type'] },
    );
  });
  without(claims, bad);
}

/** Makes entities and sources that a table names and no table holds, where the table that would hold them is not there. */
function addMissing(tables: Tables, findings: Findings): void {
  const { claims, entities, sources, entityNames, sourceTitles } = tables;
  if (!sources.given) {
    const ids = [...new Set(claims.records.map((claim) => claim.source))].toSorted(byCodePoint);
    for (const id of ids) {
      const title = asLabel(sourceTitles.get(id) ?? '') ?? id;
      const voice = idText(`voice of ${id}`);
      keep(sources, Source.parse({ id, title, speaker: voice }), 0);
      // The voice of a source that nothing is known of is nobody else's.
      if (entities.given) keep(entities, Entity.parse({ id: voice, kind: UNKNOWN_KIND, name: title }), 0);
      else entityNames.set(voice, title);
    }
    if (ids.length > 0) tell('sources.csv', `${ids.length} sources have an id and a title only`);
  }
  if (!entities.given) {
    const ids = new Set<string>();
    const speaker = (one: Speaker): void => {
      if (typeof one === 'string') ids.add(one);
    };
    for (const claim of claims.records) {
      ids.add(claim.subject);
      if (claim.object !== undefined) ids.add(claim.object);
      if (claim.place !== undefined) ids.add(claim.place);
      speaker(claim.speaker);
      claim.via.forEach(speaker);
    }
    for (const source of sources.records) ids.add(source.speaker);
    for (const id of [...ids].toSorted(byCodePoint)) {
      keep(entities, Entity.parse({ id, kind: UNKNOWN_KIND, name: asLabel(entityNames.get(id) ?? '') ?? id }), 0);
    }
    if (ids.size > 0) tell('entities.csv', `${ids.size} entities have an id and a name only`);
  }

  function tell(missing: string, message: string): void {
    findings.tell({
      code: 'missing-file',
      severity: 'warning',
      message: `Without ${missing}, ${message}`,
      remedy: `Give ${missing} with the others`,
    });
  }
}

/**
 * The graph of the records. Those that name what is not there, or stand twice, are told with their line; they refuse the
 * graph, or are left out, and with them whatever then names them.
 */
function connected(tables: Tables, findings: Findings): GraphDocument | undefined {
  for (;;) {
    const { claims, entities, sources } = tables;
    const graph: GraphDocument = {
      format: GRAPH_FORMAT,
      version: GRAPH_VERSION,
      ontology: rebuildOntology(entities.records, claims.records, tables.typeLabels),
      sources: sources.records,
      entities: entities.records,
      claims: claims.records,
    };
    const bad = { claims: new Set<number>(), entities: new Set<number>(), sources: new Set<number>() };
    const warnings: Issue[] = [];
    for (const issue of checkGraph(graph)) {
      const [at, index] = issue.path;
      const known = at === 'claims' || at === 'entities' || at === 'sources' ? at : undefined;
      const line = known === undefined || typeof index !== 'number' ? undefined : tables[known].lines[index];
      const found: Issue = {
        ...issue,
        ...(known === undefined || line === undefined || line === 0 ? {} : { file: tables[known].file, line }),
        path: issue.path.slice(known === undefined ? 0 : 2),
      };
      if (issue.severity === 'warning') warnings.push(found);
      else if (known === undefined || typeof index !== 'number') findings.tell(found);
      else {
        // One record is left out once, however much is wrong with it.
        if (bad[known].has(index)) findings.tell({ ...found, severity: findings.refused ? 'error' : 'warning' });
        else findings.bad(found);
        bad[known].add(index);
      }
    }
    if (bad.claims.size + bad.entities.size + bad.sources.size === 0 || findings.refused) {
      for (const issue of warnings) findings.tell(issue);
      return findings.refused ? undefined : graph;
    }
    leaveOutDerived(sources, bad.sources, findings);
    without(claims, bad.claims);
    without(entities, bad.entities);
    without(sources, bad.sources);
  }
}

/**
 * Adds to bad sources those that derive from them, at once: found one in each round, a chain of thousands would take a
 * check of the whole graph for each of its links.
 */
function leaveOutDerived({ records, lines, file }: Rows<Source>, bad: Set<number>, findings: Findings): void {
  if (bad.size === 0) return;
  const derived = new Map<string, number[]>();
  records.forEach(({ derivedFrom }, i) => {
    for (const id of derivedFrom) {
      const known = derived.get(id);
      if (known === undefined) derived.set(id, [i]);
      else known.push(i);
    }
  });
  const good = new Set<string>(records.flatMap(({ id }, i) => (bad.has(i) ? [] : [id])));
  // The set grows while it is gone through.
  for (const index of bad) {
    const id = records[index]?.id;
    // Of a source that stands twice the other one is left.
    if (id === undefined || good.has(id)) continue;
    for (const i of derived.get(id) ?? []) {
      const source = records[i];
      if (source === undefined || bad.has(i)) continue;
      bad.add(i);
      good.delete(source.id);
      findings.bad(missing('source', id, source.id), { file, line: lines[i] ?? 1, path: ['derivedFrom'] });
    }
  }
}

function without<T>(rows: Rows<T>, bad: ReadonlySet<number>): void {
  if (bad.size === 0) return;
  rows.records = rows.records.filter((_, i) => !bad.has(i));
  rows.lines = rows.lines.filter((_, i) => !bad.has(i));
}
