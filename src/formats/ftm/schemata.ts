import type { KnownRelationType } from '../foreign/records.ts';

/** A schema of FollowTheMoney that stands for a connection: which properties are its ends. */
export interface EdgeSchema {
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly label: string;
  readonly inverse: string;
}

function edge(source: string, target: string, label: string, inverse: string): EdgeSchema {
  return { source, target, directed: true, label, inverse };
}
function both(source: string, target: string, label: string): EdgeSchema {
  return { source, target, directed: false, label, inverse: label };
}

/**
 * Schemata that declare `edge` in the model of FollowTheMoney (followthemoney/schema), by name, from its `source` to its
 * `target`. Documentation goes one way, though the model says `directed: false`: it is the document that documents.
 * `Similar` declares no edge, and is nothing but a link between two.
 */
export const EDGES: ReadonlyMap<string, EdgeSchema> = new Map([
  ['UnknownLink', both('subject', 'object', 'linked to')],
  ['Ownership', edge('owner', 'asset', 'owns', 'is owned by')],
  ['Directorship', edge('director', 'organization', 'is a director of', 'has as a director')],
  ['Membership', edge('member', 'organization', 'is a member of', 'has as a member')],
  ['Employment', edge('employee', 'employer', 'works for', 'employs')],
  ['Family', both('person', 'relative', 'is a relative of')],
  ['Associate', both('person', 'associate', 'is an associate of')],
  ['Representation', edge('agent', 'client', 'represents', 'is represented by')],
  ['Payment', edge('payer', 'beneficiary', 'paid', 'was paid by')],
  ['Debt', edge('debtor', 'creditor', 'owes', 'is owed by')],
  ['Documentation', edge('document', 'entity', 'documents', 'is documented by')],
  ['Succession', edge('predecessor', 'successor', 'was succeeded by', 'succeeded')],
  ['Occupancy', edge('holder', 'post', 'holds', 'is held by')],
  ['ProjectParticipant', edge('participant', 'project', 'takes part in', 'has as a participant')],
  ['CourtCaseParty', edge('party', 'case', 'is a party to', 'has as a party')],
  ['ContractAward', edge('contract', 'supplier', 'was awarded to', 'was awarded')],
  ['Control', edge('controller', 'controlled', 'controls', 'is controlled by')],
  ['Similar', both('candidate', 'match', 'is presumed to be the same as')],
]);

/** Properties that name an entity in some schemata, and hold a mere text in others: those in which they name one. */
const NAMES_ENTITY_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['author', new Set(['Assessment'])],
  ['authority', new Set(['CallForTenders', 'Concession', 'Contract', 'License'])],
  ['organization', new Set(['Position'])],
  ['sender', new Set(['EconomicActivity', 'Message'])],
]);

/**
 * Properties of things that are of the type `entity` in the model, as far as they connect two. `ancestors` of a document is
 * none: its `parent`, and the parent of that, say the same.
 */
const NAMES_ENTITY: ReadonlySet<string> = new Set([
  'addressEntity',
  'bank',
  'bankAccount',
  'bankForeign',
  'bankRub',
  'callForTenders',
  'caller',
  'contract',
  'contractHolder',
  'declarant',
  'document',
  'emitters',
  'endLocation',
  'entity',
  'holder',
  'inReplyToEmail',
  'inReplyToMessage',
  'involved',
  'issuer',
  'onBehalfOf',
  'operator',
  'organizer',
  'owner',
  'parent',
  'project',
  'proof',
  'receiver',
  'recipientAccount',
  'recipients',
  'resolved',
  'senderAccount',
  'startLocation',
  'taxee',
  'tenderer',
  'transport',
  'vehicle',
]);

/** Whether a property of a schema names other entities, ends of a connection apart. The property is the relation type. */
export function isReference(schema: string, property: string): boolean {
  return NAMES_ENTITY.has(property) || NAMES_ENTITY_IN.get(property)?.has(schema) === true;
}

/** What the type of a connection is called, so that it reads as a sentence. */
export function edgeType(schema: string, { directed, label, inverse }: EdgeSchema): KnownRelationType {
  return {
    id: schema,
    label,
    inverse,
    symmetric: !directed,
    reads: {
      asserts: `{s} ${label} {o}`,
      denies: `not: {s} ${label} {o}`,
      doubts: `it is doubtful that {s} ${label} {o}`,
    },
  };
}

export const EVENT_SCHEMATA: ReadonlySet<string> = new Set(['Event', 'Trip', 'Call', 'Message', 'Email']);
export const PLACE_SCHEMATA: ReadonlySet<string> = new Set(['Address', 'RealEstate']);

/** The types of the properties that Ascribe writes; any other is a `string`. */
const PROPERTY_TYPES: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['name', 'name'],
  ['alias', 'name'],
  ['summary', 'text'],
  ['description', 'text'],
  ['notes', 'text'],
  ['wikidataId', 'identifier'],
  ['full', 'address'],
  ['date', 'date'],
  ['startDate', 'date'],
  ['endDate', 'date'],
  ['publishedAt', 'date'],
  ['sourceUrl', 'url'],
  ['subject', 'entity'],
  ['object', 'entity'],
  ['entity', 'entity'],
  ['proof', 'entity'],
]);

export function propertyType(property: string): string {
  return PROPERTY_TYPES.get(property) ?? 'string';
}
