import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { Edtf } from './dates.ts';
import { Credibility, Hedge, Reliability } from './grades.ts';
import { ClaimId, EntityId, SourceId, TypeId } from './ids.ts';
import { Label, Prose } from './text.ts';

export const Stance = z.enum(['asserts', 'denies', 'doubts']);
export type Stance = z.infer<typeof Stance>;

/** Somebody unnamed, in the document's manner: "analysts". The letter is given only where the source itself grades them. */
export const UnnamedSpeaker = z.strictObject({ unnamed: Label, reliability: Reliability.optional() });
export type UnnamedSpeaker = z.infer<typeof UnnamedSpeaker>;

/** Whose word a claim rests on. */
export const Speaker = z.union([EntityId, UnnamedSpeaker], {
  // Of a text it is told what an id must be; of anything else, what a speaker can be.
  error: ({ input }) =>
    (typeof input === 'string' ? EntityId.safeParse(input).error?.issues[0]?.message : undefined) ??
    'an entity id, or { unnamed: "analysts" }',
});
export type Speaker = z.infer<typeof Speaker>;

export function isNamed(speaker: Speaker): speaker is EntityId {
  return typeof speaker === 'string';
}

/** A proposed quantity. At least one bound; both ends inclusive. */
export const Quantity = z
  .strictObject({
    /** What was counted: "soldiers". A different `of` is a different figure. */
    of: Label.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    approximate: z.boolean().optional(),
    unit: Label.optional(),
  })
  .refine((q) => q.min !== undefined || q.max !== undefined, { error: 'a quantity with min, max or both' })
  .refine((q) => q.min === undefined || q.max === undefined || q.min <= q.max, {
    error: 'a min that is not above max',
  });
export type Quantity = z.infer<typeof Quantity>;

/** Where in a source a claim stands. The hash makes it checkable without carrying the text. */
export const Locator = z
  .strictObject({
    /** The number of the line with text in it, counted from 1. */
    paragraph: z.int().min(1),
    /** Code points from the start of the text, start inclusive, end exclusive. */
    start: z.int().min(0),
    end: z.int().min(1),
    /** SHA-256 of the passage in UTF-8, lower-case hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/u, { error: '64 lower-case hex digits' }),
  })
  .refine((l) => l.start < l.end, { error: 'a start that is below end' });
export type Locator = z.infer<typeof Locator>;

const fields = {
  id: ClaimId,
  source: SourceId,
  subject: EntityId,
  type: TypeId,
  stance: Stance.default('asserts'),
  speaker: Speaker,
  /** Those between the speaker and the source, in order. */
  via: z.array(Speaker).default([]),
  hedge: Hedge.optional(),
  credibility: Credibility.optional(),
  /** Set by the coder against the rule (EVIDENCE E4), with the reason. */
  confidence: z.strictObject({ value: z.number().min(0).max(0.95), reason: Prose }).optional(),
  /** When it was said. */
  said: Edtf.optional(),
  /** When what it says holds or happened. */
  when: Edtf.optional(),
  place: EntityId.optional(),
  /** Our paraphrase. */
  summary: Prose,
  /** Why it was coded so. */
  note: Prose.optional(),
  locator: Locator.optional(),
  /** What the tool it comes from says besides; its `key` there tells two records of one content apart. */
  attributes: Attributes.optional(),
};

const record = z.strictObject({
  ...fields,
  object: EntityId.optional(),
  quantity: Quantity.optional(),
  literal: Label.optional(),
});

/** As a coder writes it in a graph folder: without the id, which is made from the content. */
const draftRecord = record.omit({ id: true });

type Core = Omit<z.infer<typeof record>, 'object' | 'quantity' | 'literal'>;
/** A claim that a relation holds between two entities. */
export type RelationClaim = Core & { readonly object: EntityId; readonly quantity?: never; readonly literal?: never };
/** A claim of a quantity about an entity. */
export type FigureClaim = Core & { readonly quantity: Quantity; readonly object?: never; readonly literal?: never };
/** A claim about one entity alone, with our paraphrase as its content. */
export type LiteralClaim = Core & { readonly literal: string; readonly object?: never; readonly quantity?: never };

/** One statement of one relation, figure or characterisation. */
export type Claim = RelationClaim | FigureClaim | LiteralClaim;

/** A claim of which the id is still to be made. */
export type ClaimDraft = DistributiveOmit<Claim, 'id'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type Content = Pick<z.infer<typeof record>, 'object' | 'quantity' | 'literal'>;

/** Exactly one of object, quantity and literal. Asked of every record, whatever else is wrong with it. */
const oneContent = z.check<Content>((context) => {
  const { object, quantity, literal } = context.value;
  const given = [object, quantity, literal].filter((part) => part !== undefined).length;
  if (given === 1) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: `exactly one of object, quantity and literal, but ${given === 0 ? 'none' : 'several'} of them`,
  });
});
oneContent._zod.def.when = ({ value }) => typeof value === 'object' && value !== null;

/** Gives what was parsed the form of the one content that it has. */
function formed<T extends Content>(value: T) {
  const { object, quantity, literal, ...core } = value;
  if (object !== undefined) return { ...core, object };
  if (quantity !== undefined) return { ...core, quantity };
  if (literal !== undefined) return { ...core, literal };
  throw new RangeError('a claim without content passed its check');
}

/** Parses a claim. Exactly one of `object`, `quantity` and `literal` is wanted. */
export const Claim = record.check(oneContent).transform((value): Claim => formed(value));

/** Parses a claim of a graph folder, without its id. */
export const ClaimDraft = draftRecord.check(oneContent).transform((value): ClaimDraft => formed(value));

export function isRelationClaim(claim: Claim): claim is RelationClaim {
  return claim.object !== undefined;
}
export function isFigureClaim(claim: Claim): claim is FigureClaim {
  return claim.quantity !== undefined;
}
export function isLiteralClaim(claim: Claim): claim is LiteralClaim {
  return claim.literal !== undefined;
}
