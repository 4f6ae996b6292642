import type { Attribute } from '../../model/attributes.ts';
import { Quantity } from '../../model/claim.ts';
import { asLabel } from './clean-text.ts';
import type { Saying } from './foreign-claims.ts';
import type { MadeType } from './made-types.ts';

const NOTHING = '(nothing)';

/** What is said beside a relation; undefined where it is no quantity. Texts that had to be changed are kept. */
export function contentOf(saying: Saying, kept: Attribute[]): { quantity: Quantity } | { literal: string } | undefined {
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

export function figureText({ min, max, of, unit }: Quantity): string {
  const amount = min === max ? `${min}` : `${min ?? '…'}–${max ?? '…'}`;
  return [amount, unit, of].filter((part) => part !== undefined).join(' ');
}

/** A paraphrase where the file has none: the arrow in words. Stance is no part of it; the claim has it beside. */
export function sentence(subject: string, type: MadeType, object: string): string {
  if (type.sort !== 'relation') return `${subject} — ${type.label}: ${object}`;
  return `${subject} — ${type.label} ${type.undirected ? '—' : '→'} ${object}`;
}
