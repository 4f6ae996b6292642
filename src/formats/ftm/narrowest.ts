import { byCodePoint } from '../../model/order.ts';

/** What a schema extends in the model of FollowTheMoney (followthemoney/schema), as far as entities are of it. */
const EXTENDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    LegalEntity: ['Thing'],
    Person: ['LegalEntity'],
    Organization: ['LegalEntity'],
    Company: ['Organization', 'Asset'],
    PublicBody: ['Organization'],
    Asset: ['Thing'],
    RealEstate: ['Asset'],
    Security: ['Asset'],
    BankAccount: ['Asset'],
    License: ['Asset'],
    Contract: ['Asset'],
    Vehicle: ['Asset'],
    Vessel: ['Vehicle'],
    Airplane: ['Vehicle'],
    Address: ['Thing'],
    Position: ['Thing'],
    CryptoWallet: ['Thing'],
    UserAccount: ['Thing'],
    Event: ['Thing', 'Interval'],
    Trip: ['Event'],
    Document: ['Thing'],
    Folder: ['Document'],
    Package: ['Folder'],
    Workbook: ['Folder'],
    Email: ['Folder', 'PlainText', 'HyperText'],
    Message: ['Interval', 'PlainText', 'HyperText'],
    Pages: ['Document'],
    PlainText: ['Document'],
    HyperText: ['Document'],
    Table: ['Document'],
    Image: ['Document'],
    Video: ['Document'],
    Audio: ['Document'],
    Article: ['Document'],
    Interest: ['Interval'],
    Ownership: ['Interest'],
    Directorship: ['Interest'],
    Membership: ['Interest'],
    Employment: ['Interest'],
    Representation: ['Interest'],
    Documentation: ['Interest'],
    Succession: ['Interest'],
    UnknownLink: ['Interest'],
    ProjectParticipant: ['Interest'],
    ContractAward: ['Interest'],
    CourtCaseParty: ['Interest'],
    Control: ['Interest'],
    Occupancy: ['Interval'],
    Family: ['Interval'],
    Associate: ['Interval'],
    Payment: ['Interval'],
    Debt: ['Interval'],
    Sanction: ['Interval'],
    Identification: ['Interval'],
    Passport: ['Identification'],
  }),
);

/** What a schema extends, through all that this extends. */
function widerThan(schema: string): ReadonlySet<string> {
  const wider = new Set(EXTENDS.get(schema) ?? []);
  // The set grows while it is gone through.
  for (const one of wider) for (const next of EXTENDS.get(one) ?? []) wider.add(next);
  return wider;
}

/**
 * Of the schemata that a table names for one entity those that no other extends: a person is a legal entity, so that
 * Person says both. Sorted; several where none of them is the narrower one.
 */
export function narrowest(schemata: Iterable<string>): readonly string[] {
  const all = [...schemata];
  if (all.length < 2) return all;
  const wider = new Set(all.flatMap((schema) => [...widerThan(schema)]));
  return all.filter((schema) => !wider.has(schema)).toSorted(byCodePoint);
}
