import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { Edtf } from './dates.ts';
import { Reliability } from './grades.ts';
import { EntityId, SourceId } from './ids.ts';
import { Label, Prose } from './text.ts';

/** An address that may be shown as a link: http or https, nothing that a browser would execute. */
const WebAddress = z.url({ protocol: /^https?$/u, error: 'a http or https address' }).max(2000);

/** A document. */
export const Source = z.strictObject({
  id: SourceId,
  title: Label,
  publisher: Label.optional(),
  author: Label.optional(),
  published: Edtf.optional(),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/u, { error: 'a language tag such as en or ur' })
    .optional(),
  genre: Label.optional(),
  url: WebAddress.optional(),
  /** The name of the file under which the document's text was coded. */
  file: Label.optional(),
  reliability: Reliability.default('F'),
  /** Why it was graded so, in words that would convince a sceptic. */
  reason: Prose.optional(),
  /** SHA-256 of the text in UTF-8 with line breaks as LF and no byte order mark, lower-case hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, { error: '64 lower-case hex digits' })
    .optional(),
  /** Documents that this one takes its word from. */
  derivedFrom: z.array(SourceId).default([]),
  /** Links origins by hand (EVIDENCE E8): speakers and documents with the same word here count as one origin. */
  origin: Label.optional(),
  /** The entity that is the document's own voice: its author or outlet. */
  speaker: EntityId,
  /** What the tool it comes from says besides. */
  attributes: Attributes.optional(),
});
export type Source = z.infer<typeof Source>;
