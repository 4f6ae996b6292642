import { isNamed, type Speaker } from '../../src/model/claim.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { byCodePoint } from '../../src/model/order.ts';

/** More than the sources of any graph of these tests: circles are followed as far. */
const DEEPEST = 16;

/** What the records of a graph say, whatever they are called there: claims by their id, and all of each sort. */
export interface Meaning {
  readonly byClaim: ReadonlyMap<string, string>;
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  readonly entities: readonly string[];
  readonly types: readonly string[];
}

/**
 * What the records say, without their ids: an entity is its name and kind, a type its words and what it is narrower than, a
 * source its words, its voice and what it derives from, and that from, as deep as any of a test.
 */
export function meaningOf({ ontology, sources, entities, claims }: GraphDocument): Meaning {
  const kinds = new Map<string, string>(ontology.kinds.map(({ id, label, event }) => [id, `${label} ${event}`]));
  const people = new Map<string, string>(
    entities.map(({ id, name, kind }) => [id, JSON.stringify([name, kinds.get(kind)])]),
  );
  const plainTypes = new Map(ontology.relations.map((type) => [type.id, type]));
  const types = new Map<string, string>(
    ontology.relations.map(({ id, label, symmetric, broader }) => {
      const wider = broader === undefined ? undefined : plainTypes.get(broader);
      return [id, JSON.stringify([label, symmetric, wider?.label, wider?.symmetric])];
    }),
  );
  let documents = new Map<string, string>(sources.map(({ id }) => [id, '']));
  for (let depth = 0; depth <= DEEPEST; depth++) {
    documents = new Map(
      sources.map(({ id, title, speaker, derivedFrom }) => [
        id,
        JSON.stringify([title, people.get(speaker), derivedFrom.map((from) => shortened(documents.get(from)))]),
      ]),
    );
  }
  const who = (speaker: Speaker): string | undefined => (isNamed(speaker) ? people.get(speaker) : speaker.unnamed);
  const byClaim = new Map<string, string>(
    claims.map(({ id, source, subject, type, object, stance, speaker, via, summary }) => [
      id,
      JSON.stringify([
        ...[documents.get(source), people.get(subject), types.get(type), people.get(object ?? '')],
        ...[stance, who(speaker), via.map(who), summary],
      ]),
    ]),
  );
  const all = (values: Iterable<string>): string[] => [...values].toSorted(byCodePoint);
  return {
    byClaim,
    claims: all(byClaim.values()),
    sources: all(documents.values()),
    entities: all(people.values()),
    types: all(types.values()),
  };
}

/** The meaning of what a source derives from, as a number in place of a text that grows with each step. */
function shortened(text: string | undefined): number {
  let hash = 5381;
  for (const character of text ?? '') hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
