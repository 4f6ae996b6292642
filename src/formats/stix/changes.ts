import { Edtf } from '../../model/dates.ts';
import { Credibility } from '../../model/grades.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { KnownLoss } from '../format.ts';
import { member, textMember, textsMember } from '../json-stream/attributes-of.ts';
import { confidenceOf } from './grades.ts';
import { CHANGED_WORDS } from './own-objects.ts';
import { relationshipType } from './relationship-type.ts';
import type { Fields, StixObject } from './stix-object.ts';
import { spanOf } from './stix-time.ts';
import type { Referred } from './what-is-said.ts';

const CHANGED: KnownLoss = {
  field: 'changes',
  why: 'another program changed what stands beside a record of Ascribe; the record was taken as Ascribe wrote it',
  keptBy: 'none',
};

type Known = ReadonlyMap<string, Referred>;

/** Whether a reference leads to the entity of a record. */
function leadsTo(ref: string | undefined, id: string | undefined, known: Known): boolean {
  const found = ref === undefined ? undefined : known.get(ref);
  return found?.is === 'node' && found.key === id;
}

function isChangedWord(fields: Fields, claim: unknown): boolean {
  const credibility = Credibility.safeParse(member(claim, 'credibility'));
  const expected = credibility.success ? confidenceOf(credibility.data) : undefined;
  return fields['confidence'] !== expected || fields[CHANGED_WORDS] !== undefined;
}

/** Whether an object says something else than Ascribe would have written for the claim that it carries. */
function isChangedClaim({ type, fields }: StixObject, claim: unknown, known: Known): boolean {
  const [subject, object, stance = 'asserts', of] = ['subject', 'object', 'stance', 'type'].map((name) =>
    textMember(claim, name),
  );
  const creator = textMember(fields, 'created_by_ref');
  if (isChangedWord(fields, claim)) return true;
  if (creator !== undefined && !leadsTo(creator, textMember(claim, 'speaker'), known)) return true;
  const refs = textsMember(fields, 'object_refs');
  if (type === 'note') return !leadsTo(refs[0], subject, known);
  if (type === 'opinion') {
    const isRight = fields['opinion'] === (stance === 'denies' ? 'disagree' : 'neutral');
    // It is about relationships between the same two, in one direction or the other.
    return !isRight || !refs.some((ref) => isBetween(known.get(ref), subject, object));
  }
  if (type !== 'relationship') return true;
  const when = Edtf.safeParse(textMember(claim, 'when'));
  const span = spanOf(when.success ? when.data : undefined);
  return !(
    of !== undefined &&
    fields['relationship_type'] === relationshipType(of) &&
    leadsTo(textMember(fields, 'source_ref'), subject, known) &&
    leadsTo(textMember(fields, 'target_ref'), object, known) &&
    isMoment(fields['start_time'], span.start_time) &&
    isMoment(fields['stop_time'], span.stop_time)
  );
}

/** Whether a timestamp is the one that was written, however many digits it has. */
function isMoment(found: unknown, expected: string | undefined): boolean {
  if (found === expected) return true;
  return typeof found === 'string' && expected !== undefined && Date.parse(found) === Date.parse(expected);
}

function isBetween(found: Referred | undefined, subject: string | undefined, object: string | undefined): boolean {
  // What its author took back says no more between whom it was.
  if (found?.is !== 'claims') return found?.is === 'revoked';
  return found.claims.some(
    (one) =>
      'from' in one && ((one.from === subject && one.to === object) || (one.from === object && one.to === subject)),
  );
}

/** Tells where another program changed an object of Ascribe. `known`: what the objects of Ascribe are, by their ids. */
export function tellChanges(object: StixObject, carried: Fields, known: Known, foreign: ForeignGraph): void {
  const claim = member(carried, 'claim');
  const isChanged =
    claim === undefined ? object.fields[CHANGED_WORDS] !== undefined : isChangedClaim(object, claim, known);
  if (!isChanged) return;
  foreign.lose(CHANGED);
  foreign.tell(
    {
      code: 'invalid-value',
      severity: 'warning',
      id: object.id.slice(0, 200),
      message: 'Another program changed this object; the record of Ascribe in it was taken, without the change',
      remedy: 'To take the change, remove the extension of Ascribe from the object',
    },
    object.place,
  );
}
