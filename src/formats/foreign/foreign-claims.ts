import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { type Claim, Quantity, type Speaker } from '../../model/claim.ts';
import { claimId } from '../../model/claim-identity.ts';
import { ClaimId, type SourceId } from '../../model/ids.ts';
import { showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import type { ClaimWords } from './claim-words.ts';
import { asLabel } from './clean-text.ts';
import type { Findings } from './findings.ts';
import type { ForeignEntities } from './foreign-entities.ts';
import type { ForeignSources } from './foreign-sources.ts';
import type { Keeper } from './keep.ts';
import type { MadeType } from './made-types.ts';
import { givenTwice, missing } from './missing.ts';
import type { ForeignEdge, ForeignFigure, ForeignStatement, ForeignWord } from './records.ts';

/** Anything that a foreign file says: it becomes one claim. */
export type Saying = ForeignEdge | ForeignFigure | ForeignStatement;

/** What a claim is made with. */
export interface Workshop {
  readonly entities: ForeignEntities;
  readonly sources: ForeignSources;
  readonly words: ClaimWords;
  readonly keeper: Keeper;
  readonly findings: Findings;
}

/** Stands in until the content is there of which the id is made. */
const NO_ID = ClaimId.parse('c-0');
const NOTHING = '(nothing)';
/** Most claims have no go-betweens: all of these have one list, and nobody may add to it. */
const NO_VIA: Speaker[] = [];
Object.freeze(NO_VIA);

/**
 * Makes the claims of what was said. `sayings` is emptied as it goes, so that a record is not held twice. `typeOf` gives the type
 * of each by its place in the list.
 */
export function makeClaims(
  sayings: (Saying | undefined)[],
  typeOf: (index: number) => MadeType | undefined,
  workshop: Workshop,
): Claim[] {
  const claims: Claim[] = [];
  const byId = new Map<ClaimId, number>();
  /** Claims of one content without a key of their own. */
  const copies = new Map<ClaimId, number[]>();
  for (let i = 0; i < sayings.length; i++) {
    const saying = sayings[i];
    const type = typeOf(i);
    sayings[i] = undefined;
    const claim = saying === undefined || type === undefined ? undefined : makeClaim(saying, type, workshop);
    if (claim === undefined) continue;
    claim.id = claimId(claim);
    const first = byId.get(claim.id);
    if (first === undefined) byId.set(claim.id, claims.length);
    else if (saying?.key !== undefined) {
      workshop.findings.bad(givenTwice('edge', saying.key), saying.place);
      continue;
    } else {
      const group = copies.get(claim.id);
      if (group === undefined) copies.set(claim.id, [first, claims.length]);
      else group.push(claims.length);
    }
    claims.push(claim);
  }
  for (const group of copies.values()) numberCopies(claims, group);
  return claims;
}

function makeClaim(saying: Saying, type: MadeType, workshop: Workshop): Claim | undefined {
  const { entities, words, keeper, findings } = workshop;
  const { place, key = '' } = saying;
  const isEdge = 'from' in saying;
  const from = isEdge ? saying.from : saying.about;
  const subject = entities.get(from);
  const object = isEdge ? entities.get(saying.to) : undefined;
  const where = saying.where === undefined ? undefined : entities.get(saying.where);
  const unknown =
    subject === undefined
      ? from
      : isEdge && object === undefined
        ? saying.to
        : where === undefined
          ? saying.where
          : undefined;
  if (subject === undefined || unknown !== undefined) {
    findings.bad(missing('node', unknown ?? from, key), place);
    return undefined;
  }
  const kept: Attribute[] = saying.key === undefined ? [] : [{ name: KEY_ATTRIBUTE, value: saying.key }];
  // The type's id and label hold its text, unless it is very long or another took its place.
  if (isEdge && saying.type !== undefined && (saying.type !== type.text || saying.type.length > 150)) {
    kept.push({ name: 'type', value: saying.type });
  }
  const mappedSource = words.mapped(saying, 'source');
  const sourceKey = mappedSource ?? saying.source;
  const source = workshop.sources.use(sourceKey, mappedSource !== undefined);
  if (source === undefined) {
    findings.bad(missing('source', sourceKey ?? '', key), place);
    return undefined;
  }
  const content = contentOf(saying, kept);
  if (content === undefined) {
    findings.bad(
      {
        code: 'invalid-value',
        id: key.slice(0, 200),
        message: 'The quantity is none',
        expected: 'a finite lower bound, an upper one that is not below it, or both',
        got: showValue('quantity' in saying ? saying.quantity : undefined),
      },
      place,
    );
    return undefined;
  }
  const core = {
    id: NO_ID,
    source,
    subject: subject.id,
    type: type.id,
    stance: words.stance(saying),
    speaker: speakerOf(saying, source, sourceKey, kept, workshop),
    via:
      saying.via === undefined || saying.via.length === 0
        ? NO_VIA
        : saying.via.map((one) => asSpeaker(one, 'via', kept, entities)),
    summary: '',
  };
  const claim: Claim =
    object !== undefined
      ? { ...core, object: object.id }
      : 'quantity' in content
        ? { ...core, quantity: content.quantity }
        : { ...core, literal: content.literal };
  const { confidence, credibility } = words.grade(saying, kept);
  if (confidence !== undefined) claim.confidence = confidence;
  if (credibility !== undefined) claim.credibility = credibility;
  const hedge = words.hedge(saying);
  if (hedge !== undefined) claim.hedge = hedge;
  const when = keeper.time(
    { at: words.mapped(saying, 'when'), start: words.mapped(saying, 'start'), end: words.mapped(saying, 'end') },
    saying.time,
    kept,
    place,
  );
  if (when !== undefined) claim.when = when;
  const late: Attribute[] = [];
  const said = keeper.time(
    { at: words.mapped(saying, 'said') },
    saying.said === undefined ? undefined : { at: saying.said },
    late,
    place,
  );
  for (const { value } of late) kept.push({ name: 'said', value });
  if (said !== undefined) claim.said = said;
  if (where !== undefined) claim.place = where.id;
  const note = words.prose(saying, 'note', kept);
  if (note !== undefined) claim.note = note;
  claim.summary =
    words.prose(saying, 'summary', kept) ??
    sentence(
      subject.name,
      type,
      object?.name ?? ('literal' in content ? content.literal : figureText(content.quantity)),
    );
  const attributes = keeper.attributes(saying.attributes, kept, key, place);
  if (attributes === undefined) return undefined;
  if (attributes.length > 0) claim.attributes = attributes;
  type.domain.add(subject.kind);
  if (object !== undefined) type.range.add(object.kind);
  return claim;
}

/** What is said beside a relation; undefined where it is no quantity. Texts that had to be changed are kept. */
function contentOf(saying: Saying, kept: Attribute[]): { quantity: Quantity } | { literal: string } | undefined {
  if ('literal' in saying) {
    const literal = asLabel(saying.literal) ?? NOTHING;
    if (literal !== saying.literal) kept.push({ name: 'literal', value: saying.literal });
    return { literal };
  }
  if (!('quantity' in saying)) return { literal: NOTHING };
  const { of, unit, ...bounds } = saying.quantity;
  const clean: { of?: string; unit?: string } = {};
  for (const [name, text] of [
    ['of', of],
    ['unit', unit],
  ] as const) {
    if (text === undefined) continue;
    const label = asLabel(text);
    if (label !== undefined) clean[name] = label;
    if (label !== text) kept.push({ name: `quantity.${name}`, value: text });
  }
  const parsed = Quantity.safeParse({ ...clean, ...bounds });
  return parsed.success ? { quantity: parsed.data } : undefined;
}

function speakerOf(
  saying: ForeignWord & Saying,
  source: SourceId,
  sourceKey: string | undefined,
  kept: Attribute[],
  { words, entities, sources }: Workshop,
): Speaker {
  const mapped = words.mapped(saying, 'speaker');
  if (mapped !== undefined) return entities.voice(mapped);
  const { speaker } = saying;
  if (speaker === undefined || speaker === '') return sources.voiceOf(source, sourceKey);
  return asSpeaker(speaker, 'speaker', kept, entities);
}

function asSpeaker(
  speaker: string | { readonly unnamed: string },
  field: string,
  kept: Attribute[],
  entities: ForeignEntities,
): Speaker {
  if (typeof speaker === 'string') return entities.voice(speaker);
  const unnamed = asLabel(speaker.unnamed) ?? 'somebody';
  if (unnamed !== speaker.unnamed) kept.push({ name: field, value: speaker.unnamed });
  return { unnamed };
}

function figureText({ min, max, of, unit }: Quantity): string {
  const amount = min === max ? `${min}` : `${min ?? '…'}–${max ?? '…'}`;
  return [amount, unit, of].filter((part) => part !== undefined).join(' ');
}

/** A paraphrase where the file has none: the arrow in words. Stance is no part of it; the claim has it beside. */
function sentence(subject: string, type: MadeType, object: string): string {
  if (type.sort !== 'relation') return `${subject} — ${type.label}: ${object}`;
  return `${subject} — ${type.label} ${type.undirected ? '—' : '→'} ${object}`;
}

/**
 * Tells claims of one content and without a key apart: all but the first get a key, "copy 2" and so on, in the order of
 * their JSON, which does not depend on their order in the file.
 */
function numberCopies(claims: Claim[], group: readonly number[]): void {
  const sorted = group
    .map((index) => ({ claim: claims[index], text: JSON.stringify(claims[index]) }))
    .toSorted((a, b) => byCodePoint(a.text, b.text));
  sorted.forEach(({ claim }, nth) => {
    if (claim === undefined || nth === 0) return;
    claim.attributes = [{ name: KEY_ATTRIBUTE, value: `copy ${nth + 1}` }, ...(claim.attributes ?? [])];
    claim.id = claimId(claim);
  });
}
