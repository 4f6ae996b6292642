import { quantityText, readAs, UNNAMED_NAME } from '../../knowledge/words.ts';
import type { Claim } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Counted, GraphPreview, SampleClaim } from './preview.ts';

const MOST_SAMPLES = 6;
const MOST_TITLES = 6;

/** How many there are of each label, most first, then in the order in which they come. */
function counted(ids: Iterable<string>, labels: ReadonlyMap<string, string>): Counted[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, label: labels.get(id) ?? id, count }))
    .toSorted((a, b) => b.count - a.count);
}

/** What a graph holds, in numbers and in some claims in words. */
export function previewGraph(graph: GraphDocument): GraphPreview {
  const { ontology, entities, claims, sources } = graph;
  const typeLabels = new Map<string, string>(
    [...ontology.relations, ...ontology.literals, ...ontology.figures].map(({ id, label }) => [id, label]),
  );
  const stances = { asserts: 0, denies: 0, doubts: 0 };
  for (const { stance } of claims) stances[stance]++;
  const withAttributes = [...entities, ...claims].filter(({ attributes }) => attributes !== undefined).length;
  return {
    ...(graph.title === undefined ? {} : { title: graph.title }),
    entities: entities.length,
    claims: claims.length,
    sources: sources.length,
    kinds: counted(
      entities.map(({ kind }) => kind),
      new Map(ontology.kinds.map(({ id, label }) => [id, label])),
    ),
    types: counted(
      claims.map(({ type }) => type),
      typeLabels,
    ),
    stances,
    samples: sampleClaims(graph, typeLabels),
    titles: sources.slice(0, MOST_TITLES).map(({ title }) => title),
    withAttributes,
  };
}

/** First claims of as many types and stances as can be shown, so that a rare denial is seen among many assertions. */
function chosen(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  const first: Claim[] = [];
  const more: Claim[] = [];
  for (const claim of claims) {
    const sort = `${claim.type} ${claim.stance}`;
    if (seen.has(sort)) {
      if (more.length < MOST_SAMPLES) more.push(claim);
    } else if (first.length < MOST_SAMPLES) {
      seen.add(sort);
      first.push(claim);
    } else break;
  }
  return [...first, ...more].slice(0, MOST_SAMPLES);
}

function sampleClaims(
  { ontology, entities, claims, sources }: GraphDocument,
  labels: ReadonlyMap<string, string>,
): SampleClaim[] {
  const taken = chosen(claims);
  const wanted = new Set<string>(
    taken.flatMap(({ subject, object, speaker }) => [
      subject,
      object ?? subject,
      typeof speaker === 'string' ? speaker : subject,
    ]),
  );
  const names = new Map<string, string>();
  for (const { id, name } of entities) if (wanted.has(id)) names.set(id, name);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const types = [...ontology.relations, ...ontology.literals];
  return taken.map((claim): SampleClaim => {
    const subject = nameOf(claim.subject);
    const object = claim.object === undefined ? undefined : nameOf(claim.object);
    const type = types.find(({ id }) => id === claim.type);
    const said = object ?? claim.literal;
    const text =
      claim.quantity !== undefined
        ? `${subject} — ${labels.get(claim.type) ?? claim.type}: ${quantityText(claim.quantity)}`
        : type === undefined || said === undefined
          ? claim.summary
          : readAs(type, claim.stance, subject, said);
    const source = sources.find(({ id }) => id === claim.source);
    return {
      text,
      names: object === undefined ? [subject] : [subject, object],
      stance: claim.stance,
      speaker: typeof claim.speaker === 'string' ? nameOf(claim.speaker) : (claim.speaker.unnamed ?? UNNAMED_NAME),
      ...(source?.speaker === claim.speaker ? { ownVoice: true } : {}),
      source: source?.title ?? claim.source,
    };
  });
}
