import { z } from 'zod';
import { ClaimDraft, Locator, Quantity, UnnamedSpeaker } from '../../model/claim.ts';
import { Entity } from '../../model/entity.ts';
import { Manifest } from '../../model/graph-document.ts';
import { EntityKind, FigureType, LiteralType, RelationType } from '../../model/ontology.ts';
import type { FieldNames } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import { Label } from '../../model/text.ts';

// The files of a graph folder. Their records are parsed one by one, so that a fault in one hides none in another.

export const OntologyFile = z.strictObject({
  version: z.literal(1),
  kinds: z.array(z.unknown()).min(1),
  relations: z.array(z.unknown()).min(1),
  literals: z.array(z.unknown()).default([]),
  figures: z.array(z.unknown()).default([]),
});

export const SourcesFile = z.strictObject({ title: Label.optional(), sources: z.array(z.unknown()) });
export const EntitiesFile = z.strictObject({ entities: z.array(z.unknown()) });
/** There only where the folder is a part of a graph: how it was taken. */
export const ManifestFile = Manifest;
export const ClaimsFile = z.strictObject({ source: z.string(), claims: z.array(z.unknown()) });

/** The names that a record and the records inside it may use, for "did you mean". */
export const FIELDS = {
  ontologyFile: { '': Object.keys(OntologyFile.shape) },
  sourcesFile: { '': Object.keys(SourcesFile.shape) },
  entitiesFile: { '': Object.keys(EntitiesFile.shape) },
  claimsFile: { '': Object.keys(ClaimsFile.shape) },
  manifestFile: {
    '': Object.keys(ManifestFile.shape),
    leftOut: Object.keys(ManifestFile.shape.leftOut.shape),
  },
  kind: { '': Object.keys(EntityKind.shape) },
  relation: { '': Object.keys(RelationType.shape), reads: Object.keys(RelationType.shape.reads.shape) },
  literal: { '': Object.keys(LiteralType.shape), reads: Object.keys(LiteralType.shape.reads.shape) },
  figure: { '': Object.keys(FigureType.shape) },
  source: { '': Object.keys(Source.shape) },
  entity: { '': Object.keys(Entity.shape) },
  claim: {
    '': Object.keys(ClaimDraft.in.shape),
    quantity: Object.keys(Quantity.shape),
    locator: Object.keys(Locator.shape),
    speaker: Object.keys(UnnamedSpeaker.shape),
    confidence: ['value', 'reason'],
  },
} as const satisfies Record<string, FieldNames>;
