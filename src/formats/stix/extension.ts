import { stixId } from './uuid-v5.ts';

/** The extension under which an object carries the record of Ascribe that it was made of. */
export const EXTENSION = stixId('extension-definition', 'extension', '1');

/** Ascribe itself, which made the file; it speaks no claim. */
export const ASCRIBE = stixId('identity', 'program', 'ascribe');

/** When this version of the extension was made. */
const MADE = '2026-11-21T00:00:00.000Z';

/** What the extension says of itself, the same in each file. */
export function extensionObjects(): readonly object[] {
  const common = { spec_version: '2.1', created: MADE, modified: MADE };
  return [
    { type: 'identity', id: ASCRIBE, ...common, name: 'Ascribe', identity_class: 'system' },
    {
      type: 'extension-definition',
      id: EXTENSION,
      ...common,
      created_by_ref: ASCRIBE,
      name: 'Ascribe records',
      description:
        'Carries what STIX has no field for: stance, speaker and go-betweens, reliability of the source, hedge, ' +
        'imprecise dates (EDTF) and the place in the document.',
      schema:
        '"entity", "claim": a record of a graph document of Ascribe. "ontology", "sources", "title", "manifest" (on the ' +
        'grouping): those parts of the graph document.',
      version: '1.0.0',
      extension_types: ['property-extension'],
    },
  ];
}

/** The extension of one object. STIX forbids empty lists anywhere; in a graph document an absent list is an empty one. */
export function carrying(record: Readonly<Record<string, unknown>>): object {
  const kept: unknown = JSON.parse(
    JSON.stringify(record, (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value)),
  );
  return { [EXTENSION]: { extension_type: 'property-extension', ...(typeof kept === 'object' ? kept : {}) } };
}
