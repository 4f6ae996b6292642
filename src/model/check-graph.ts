import { type Claim, isFigureClaim, isNamed, isRelationClaim, type Speaker } from './claim.ts';
import { claimId } from './claim-identity.ts';
import type { Entity } from './entity.ts';
import type { GraphDocument } from './graph-document.ts';
import { type Issue, type IssueCode, type IssuePath, showValue } from './issue.ts';
import { nearest } from './nearest.ts';
import { looksLikeMarkup } from './text.ts';

/** What an id can be the id of, and where it may be assumed to be known. */
const ASSUMED_AS = {
  kind: 'kinds',
  entity: 'entities',
  source: 'sources',
  'relation type': 'types',
  'literal type': 'types',
  'figure type': 'types',
} as const;
type Named = keyof typeof ASSUMED_AS;

interface Finding {
  readonly code: IssueCode;
  readonly severity?: 'error' | 'warning';
  readonly path: IssuePath;
  readonly id: string;
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  readonly remedy?: string;
}

/** Ids that are known although no record has them: those of records that could not be read. */
interface Known {
  has(id: string): boolean;
}

/** What to take as known besides the graph's own records, so that one fault is told once. */
export interface Assumed {
  readonly kinds: Known;
  readonly types: Known;
  readonly sources: Known;
  readonly entities: Known;
  /** Entities that are known as speakers only. */
  readonly speakers: Known;
}

/** Knows every id: where a whole file could not be read, nothing in it can be called unknown. */
export const ANYTHING: Known = { has: () => true };

/** For how many unknown ids a suggestion is looked for. */
const MOST_SUGGESTIONS = 200;

const NOTHING: Known = { has: () => false };
const NOTHING_ASSUMED: Assumed = {
  kinds: NOTHING,
  types: NOTHING,
  sources: NOTHING,
  entities: NOTHING,
  speakers: NOTHING,
};

/** A map by id, telling of each id that comes twice. */
function index<T extends { readonly id: string }>(
  records: readonly T[],
  what: string,
  path: IssuePath,
  tell: (finding: Finding) => void,
): Map<string, T> {
  const byId = new Map<string, T>();
  records.forEach((record, i) => {
    if (byId.has(record.id)) {
      tell({
        code: 'duplicate-id',
        path: [...path, i, 'id'],
        id: record.id,
        message: `The ${what} id is given twice`,
        expected: 'an id of its own',
        got: showValue(record.id),
        remedy: 'Rename one of the two, or join them if they are one',
      });
    } else byId.set(record.id, record);
  });
  return byId;
}

/**
 * What no single record can show: ids that name nothing, relations outside their domain and range, duplicates, circles.
 * Returns all findings; paths start at the root of the graph document. Ids that `assumed` knows are not told of.
 */
export function checkGraph(graph: GraphDocument, assumed: Assumed = NOTHING_ASSUMED): Issue[] {
  const issues: Issue[] = [];
  const tell = (finding: Finding): void => {
    issues.push({ severity: 'error', ...finding });
  };
  const { ontology } = graph;
  const kinds = index(ontology.kinds, 'kind', ['ontology', 'kinds'], tell);
  const relations = index(ontology.relations, 'relation type', ['ontology', 'relations'], tell);
  const literals = index(ontology.literals, 'literal type', ['ontology', 'literals'], tell);
  const figures = index(ontology.figures, 'figure type', ['ontology', 'figures'], tell);
  const sources = index(graph.sources, 'source', ['sources'], tell);
  const entities = index(graph.entities, 'entity', ['entities'], tell);

  const suggestions = new Map<string, string | undefined>();
  /** What was meant, looked up once per id. After many of them the person needs no more, and it would take long. */
  const suggestion = (got: string, what: Named, known: Iterable<string>): string | undefined => {
    const key = `${what} ${got}`;
    if (!suggestions.has(key) && suggestions.size < MOST_SUGGESTIONS) suggestions.set(key, nearest(got, known));
    return suggestions.get(key);
  };
  const unknown = (path: IssuePath, id: string, what: Named, got: string, known: Iterable<string>): void => {
    if (assumed[ASSUMED_AS[what]].has(got)) return;
    const near = suggestion(got, what, known);
    tell({
      code: 'unknown-id',
      path,
      id,
      message: `No such ${what}`,
      expected: `the id of ${what === 'entity' ? 'an' : 'a'} ${what} of this graph`,
      got: showValue(got),
      remedy: near === undefined ? `Add the ${what}, or correct the id` : `Did you mean ${showValue(near)}?`,
    });
  };

  checkOntology(graph, kinds, relations, literals, figures, unknown, tell);
  graph.entities.forEach((entity, i) => {
    if (!kinds.has(entity.kind)) unknown(['entities', i, 'kind'], entity.id, 'kind', entity.kind, kinds.keys());
    [entity.name, ...entity.aliases].forEach((label) => {
      if (looksLikeMarkup(label)) {
        tell({
          code: 'markup-in-label',
          severity: 'warning',
          path: ['entities', i, label === entity.name ? 'name' : 'aliases'],
          id: entity.id,
          message: 'The name looks like markup; it is shown as plain text',
          got: showValue(label),
          remedy: 'Write the name without tags',
        });
      }
    });
  });
  graph.sources.forEach((source, i) => {
    if (!entities.has(source.speaker)) {
      unknown(['sources', i, 'speaker'], source.id, 'entity', source.speaker, entities.keys());
    }
    source.derivedFrom.forEach((from, j) => {
      if (!sources.has(from)) unknown(['sources', i, 'derivedFrom', j], source.id, 'source', from, sources.keys());
    });
  });
  for (const circle of derivationCircles(graph)) {
    const at = graph.sources.findIndex((source) => source.id === circle[0]);
    tell({
      code: 'circular',
      severity: 'warning',
      path: ['sources', at, 'derivedFrom'],
      id: circle[0] ?? '',
      message: 'Sources derive from each other in a circle; they count as one origin',
      got: circle.length > 6 ? `${circle.slice(0, 6).join(' → ')} → … (${circle.length})` : circle.join(' → '),
      remedy: 'Take out the derivedFrom that is wrong, if one is',
    });
  }

  const seen = new Map<string, number>();
  graph.claims.forEach((claim, i) => {
    checkClaim(claim, i);
    const first = seen.get(claim.id);
    if (first !== undefined) {
      tell({
        code: 'duplicate-claim',
        path: ['claims', i],
        id: claim.id,
        message: `The same claim stands already as claim ${first + 1}`,
        expected: 'each claim once: source, content, stance, speaker and locator make it what it is',
        remedy: 'Delete one, or give it the locator of its own passage',
      });
    } else seen.set(claim.id, i);
  });

  function checkSpeaker(speaker: Speaker, path: IssuePath, id: string): void {
    if (!isNamed(speaker) || entities.has(speaker) || assumed.speakers.has(speaker)) return;
    unknown(path, id, 'entity', speaker, entities.keys());
  }

  function checkKind(
    entity: Entity | undefined,
    allowed: readonly string[],
    i: number,
    side: 'subject' | 'object',
  ): void {
    const claim = graph.claims[i];
    if (entity === undefined || claim === undefined || allowed.includes(entity.kind)) return;
    tell({
      code: side === 'subject' ? 'outside-domain' : 'outside-range',
      path: ['claims', i, side],
      id: claim.id,
      message: `${showValue(claim.type)} does not take a ${entity.kind} as its ${side}`,
      expected: `one of ${allowed.join(', ')}`,
      got: `${entity.id}, a ${entity.kind}`,
      remedy: 'Choose another type, or turn the claim around',
    });
  }

  function checkClaim(claim: Claim, i: number): void {
    const path = ['claims', i];
    const { id } = claim;
    const subject = entities.get(claim.subject);
    if (subject === undefined) unknown([...path, 'subject'], id, 'entity', claim.subject, entities.keys());
    if (!sources.has(claim.source)) unknown([...path, 'source'], id, 'source', claim.source, sources.keys());
    checkSpeaker(claim.speaker, [...path, 'speaker'], id);
    claim.via.forEach((via, j) => {
      checkSpeaker(via, [...path, 'via', j], id);
    });
    if (claim.place !== undefined && !entities.has(claim.place)) {
      unknown([...path, 'place'], id, 'entity', claim.place, entities.keys());
    }
    if (isRelationClaim(claim)) {
      const type = relations.get(claim.type);
      const object = entities.get(claim.object);
      if (object === undefined) unknown([...path, 'object'], id, 'entity', claim.object, entities.keys());
      if (type === undefined) unknown([...path, 'type'], id, 'relation type', claim.type, relations.keys());
      else {
        checkKind(subject, type.domain, i, 'subject');
        checkKind(object, type.range, i, 'object');
      }
    } else if (isFigureClaim(claim)) {
      if (!figures.has(claim.type)) unknown([...path, 'type'], id, 'figure type', claim.type, figures.keys());
    } else {
      const type = literals.get(claim.type);
      if (type === undefined) unknown([...path, 'type'], id, 'literal type', claim.type, literals.keys());
      else checkKind(subject, type.domain, i, 'subject');
    }
    const identity = claimId(claim);
    if (identity !== id) {
      tell({
        code: 'id-mismatch',
        path: [...path, 'id'],
        id,
        message: 'The claim was changed after its id was made from its content',
        expected: identity,
        got: showValue(id),
        remedy: 'Leave the id out in YAML; in JSON take the expected one if the change was meant',
      });
    }
    for (const [given, digit] of [
      ['A', 5],
      ['E', 1],
    ] as const) {
      if (sources.get(claim.source)?.reliability === given && claim.credibility === digit) {
        tell({
          code: 'contradictory',
          severity: 'warning',
          path: [...path, 'credibility'],
          id,
          message: `The grade ${given}${digit} contradicts itself`,
          expected: 'a letter and a digit that can go together',
          got: `${given}${digit}`,
          remedy: 'Check both grades, and give the reason in a note',
        });
      }
    }
  }
  return issues;
}

function checkOntology(
  { ontology }: GraphDocument,
  kinds: ReadonlyMap<string, unknown>,
  relations: ReadonlyMap<string, unknown>,
  literals: ReadonlyMap<string, unknown>,
  figures: ReadonlyMap<string, unknown>,
  unknown: (path: IssuePath, id: string, what: Named, got: string, known: Iterable<string>) => void,
  tell: (finding: Finding) => void,
): void {
  ontology.relations.forEach((type, i) => {
    const path = ['ontology', 'relations', i];
    for (const side of ['domain', 'range'] as const) {
      type[side].forEach((kind, j) => {
        if (!kinds.has(kind)) unknown([...path, side, j], type.id, 'kind', kind, kinds.keys());
      });
    }
    if (type.broader !== undefined && !relations.has(type.broader)) {
      unknown([...path, 'broader'], type.id, 'relation type', type.broader, relations.keys());
    }
    type.excludes.forEach((other, j) => {
      if (!relations.has(other)) unknown([...path, 'excludes', j], type.id, 'relation type', other, relations.keys());
    });
  });
  const broader = new Map<string, string | undefined>(ontology.relations.map((type) => [type.id, type.broader]));
  ontology.relations.forEach((type, i) => {
    const passed = new Set<string>();
    let at: string | undefined = type.broader;
    while (at !== undefined && at !== type.id && !passed.has(at)) {
      passed.add(at);
      at = broader.get(at);
    }
    if (at !== type.id) return;
    tell({
      code: 'circular',
      path: ['ontology', 'relations', i, 'broader'],
      id: type.id,
      message: 'A relation type is broader than itself',
      got: [type.id, ...passed, type.id].join(' → '),
      remedy: 'Take out one of the broader types',
    });
  });
  /** A type and all wider ones; a circle is walked once. */
  const upwards = (id: string): Set<string> => {
    const found = new Set([id]);
    for (const at of found) {
      const next = broader.get(at);
      if (next !== undefined) found.add(next);
    }
    return found;
  };
  ontology.relations.forEach((type, i) => {
    type.excludes.forEach((other, j) => {
      if (!upwards(type.id).has(other) && !upwards(other).has(type.id)) return;
      tell({
        code: 'contradictory',
        severity: 'warning',
        path: ['ontology', 'relations', i, 'excludes', j],
        id: type.id,
        message: `${showValue(type.id)} excludes ${showValue(other)}, though one is a form of the other`,
        expected: 'types that exclude each other and are neither broader nor narrower',
        got: showValue(other),
        remedy: 'Take it out of excludes, or correct broader',
      });
    });
  });
  ontology.literals.forEach((type, i) => {
    type.domain.forEach((kind, j) => {
      if (!kinds.has(kind)) unknown(['ontology', 'literals', i, 'domain', j], type.id, 'kind', kind, kinds.keys());
    });
    if (relations.has(type.id) || figures.has(type.id)) twice(['ontology', 'literals', i, 'id'], type.id);
  });
  ontology.figures.forEach((type, i) => {
    if (relations.has(type.id) || literals.has(type.id)) twice(['ontology', 'figures', i, 'id'], type.id);
  });
  function twice(path: IssuePath, id: string): void {
    tell({
      code: 'duplicate-id',
      path,
      id,
      message: 'One id names types of two sorts',
      expected: 'an id of its own',
      remedy: 'Rename one',
    });
  }
}

/**
 * Circles in `derivedFrom`, each as the ids on it, once. Iterative, since a chain may be ten thousand long.
 */
export function derivationCircles(graph: Pick<GraphDocument, 'sources'>): string[][] {
  const from = new Map<string, readonly string[]>(graph.sources.map((source) => [source.id, source.derivedFrom]));
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[][] = [];
  for (const { id } of graph.sources) {
    if (state.has(id)) continue;
    const path: string[] = [id];
    const next = [0];
    state.set(id, 'open');
    while (path.length > 0) {
      const depth = path.length - 1;
      const at = path[depth] ?? '';
      const step = next[depth] ?? 0;
      const target = from.get(at)?.[step];
      if (target === undefined) {
        state.set(at, 'done');
        path.pop();
        next.pop();
        continue;
      }
      next[depth] = step + 1;
      if (state.get(target) === 'open') circles.push([...path.slice(path.indexOf(target)), target]);
      else if (!state.has(target) && from.has(target)) {
        state.set(target, 'open');
        path.push(target);
        next.push(0);
      }
    }
  }
  return circles;
}
