import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import { quantityText } from '../../knowledge/words.ts';
import { type Claim, isFigureClaim, isNamed, isRelationClaim } from '../../model/claim.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Loss, Written } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { xmlJson, xmlText } from './xml-text.ts';

/** Scalars only: GEXF holds no objects, and the library writes them as `[object Object]` without a word. */
type Scalars = Record<string, string | number | boolean>;

/** Leaves out what is absent and makes every text fit for XML. */
function scalars(values: Readonly<Record<string, string | number | boolean | undefined>>): Scalars {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, typeof value === 'string' ? xmlText(value) : value]],
    ),
  );
}

/** One claim about an entity alone, in a line with its attribution. */
function statementLine(claim: Claim, weighed: WeighedGraph): string {
  const { attribution, typeLabel } = weighed.claim(claim);
  const content = isFigureClaim(claim) ? quantityText(claim.quantity) : (claim.literal ?? '');
  const verdict = weighed.relation(claim);
  const amounts = verdict === undefined ? '' : ` (${verdict.verdictText})`;
  return `${typeLabel}: ${content}; ${claim.stance} ${attribution}${amounts}`;
}

function edgeOf(claim: Claim, weighed: WeighedGraph): Scalars {
  const view = weighed.claim(claim);
  const relation = weighed.relation(claim);
  return scalars({
    label: `${view.typeLabel}: ${view.speaker.name} ${claim.stance}`,
    kind: claim.type,
    // Readers that know no `kind` find the type here.
    'claim.type': claim.type,
    stance: claim.stance,
    speaker: view.speaker.name,
    'speaker.id': view.speaker.id,
    via: view.via.join(' | '),
    source: view.source.title,
    'source.id': view.source.id,
    'source.reliability': view.source.reliability,
    attribution: view.attribution,
    confidence: view.confidence,
    hedge: claim.hedge,
    credibility: claim.credibility,
    said: claim.said,
    when: claim.when,
    place: view.place?.name,
    summary: claim.summary,
    note: claim.note,
    'locator.paragraph': claim.locator?.paragraph,
    'locator.start': claim.locator?.start,
    'locator.end': claim.locator?.end,
    'locator.sha256': claim.locator?.sha256,
    relation: relation?.id,
    verdict: relation?.verdict,
    'verdict.text': relation?.verdictText,
    'verdict.belief': relation?.belief,
    'verdict.disbelief': relation?.disbelief,
    'verdict.uncertainty': relation?.uncertainty,
    'claim.json': xmlJson(claim),
  });
}

function describe(graph: GraphDocument, weights: string): string {
  const parts = [
    graph.title ?? 'Untitled graph',
    'Each edge is one claim of somebody, not a fact; stance tells whether it asserts, denies or doubts',
    `Content hash ${contentHash(graph)}, weights version ${weights}`,
    ...(graph.manifest === undefined
      ? []
      : [`Taken ${graph.manifest.taken} from ${graph.manifest.graph}: ${graph.manifest.selection}`]),
  ];
  return `${parts.join('. ')}.`;
}

/**
 * Writes GEXF 1.3 with graphology-gexf (MIT). One node per entity: `kind`, `name`, `aliases` (joined by ` | `),
 * `summary` and `entity.json`; claims about it alone in words in `statements`, whole in `statements.json`. One directed
 * edge per claim of a relation, its id the claim's, its `kind` the relation type, with speaker, source, stance, dates,
 * locator, the verdict of its relation with every denial, and the whole claim as `claim.json`. No `weight` is written:
 * tools would take that of a denial for closeness.
 */
export function writeGexf(graph: GraphDocument): Written {
  const weighed = weighGraph(graph);
  const alone = groupBy(
    graph.claims.filter((claim) => !isRelationClaim(claim)),
    (claim) => claim.subject,
  );
  const file = new MultiDirectedGraph<Scalars, Scalars>();
  file.replaceAttributes({
    creator: 'Ascribe',
    description: xmlText(describe(graph, weighed.weights)),
    keywords: 'claims, stance, provenance',
    ...(graph.manifest === undefined ? {} : { lastModifiedDate: graph.manifest.taken.slice(0, 10) }),
  });
  for (const entity of graph.entities) {
    const statements = alone.get(entity.id) ?? [];
    file.addNode(
      entity.id,
      scalars({
        label: entity.name,
        kind: entity.kind,
        name: entity.name,
        aliases: entity.aliases.join(' | '),
        subkind: entity.subkind,
        summary: entity.summary,
        when: entity.when,
        'entity.json': xmlJson(entity),
        statements: statements.map((claim) => statementLine(claim, weighed)).join('\n'),
        ...(statements.length === 0 ? {} : { 'statements.json': xmlJson(statements) }),
      }),
    );
  }
  for (const claim of graph.claims.filter(isRelationClaim)) {
    file.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, edgeOf(claim, weighed));
  }
  const text = `${write(file, { version: '1.3' })}\n`;
  return { files: [{ name: 'ascribe-graph.gexf', text }], losses: gexfLosses(graph) };
}

function gexfLosses(graph: GraphDocument): Loss[] {
  const relations = graph.claims.filter(isRelationClaim);
  const keptBy = 'json';
  return lossesOf([
    {
      field: 'ontology',
      count: graph.ontology.kinds.length + graph.ontology.relations.length + graph.ontology.literals.length,
      why: 'GEXF has no place for types with domain, range and readings; edges carry only the type’s id and label',
      keptBy,
    },
    {
      field: 'sources',
      count: graph.sources.length,
      why: 'a source is no node here; edges carry its id, title and letter, not its publisher, dates, reason or fingerprint',
      keptBy,
    },
    {
      field: 'claims.quantity',
      count: graph.claims.filter(isFigureClaim).length,
      why: 'a figure joins no two nodes; it stands as text on its node (statements, statements.json)',
      keptBy,
    },
    {
      field: 'claims.literal',
      count: graph.claims.filter((claim) => claim.literal !== undefined).length,
      why: 'a statement about one entity joins no two nodes; it stands as text on its node (statements, statements.json)',
      keptBy,
    },
    {
      field: 'claims.stance',
      count: relations.filter((claim) => claim.stance !== 'asserts').length,
      why: 'other tools take every edge for a connection, denials and doubts too; filter by stance before tracing paths',
      keptBy,
    },
    {
      field: 'claims.said, claims.when',
      count: relations.filter((claim) => claim.said !== undefined || claim.when !== undefined).length,
      why: 'open and uncertain dates (EDTF) are no GEXF time; they stand as text, so timelines do not move',
      keptBy,
    },
    {
      field: 'claims.speaker, claims.via',
      count: relations.filter((claim) => !isNamed(claim.speaker) || claim.via.length > 0).length,
      why: 'unnamed speakers and go-betweens stand as names only; whole in claim.json',
      keptBy,
    },
    {
      field: 'manifest',
      count: graph.manifest === undefined ? 0 : 1,
      why: 'only its selection, origin and date are kept, as a sentence in the description',
      keptBy,
    },
  ]);
}
