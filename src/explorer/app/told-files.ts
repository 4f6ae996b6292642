import { listNames } from '../../knowledge/words.ts';
import type { MatchedTexts } from '../data/match-texts.ts';

/** What is told of files that were given to the page. */
export interface Told {
  readonly title: string;
  readonly message: string;
  /** Something is left for the person to do, or to know. */
  readonly warns: boolean;
}

/** How many names of files are told before the rest is counted. */
const MOST_NAMES = 5;

/** How files come to the page. */
export type Given = 'dropped' | 'pasted';

/** What came of texts that were matched to the sources of a graph, of which `held` of `all` now have theirs. */
export function matchingTold(
  { matched, unmatched, unread }: Pick<MatchedTexts, 'matched' | 'unmatched' | 'unread'>,
  held: number,
  all: number,
  given: Given,
): Told {
  const reasons = unread.map(({ file, why }) => `${file} ${why}.`);
  if (matched.length > 0) {
    const others = unmatched.length === 0 ? [] : [`No source of this graph matches ${names(unmatched)}.`];
    const [first, ...rest] = [...others, ...reasons];
    return {
      title: `${held} of ${all} documents at hand`,
      message:
        first === undefined
          ? 'Each claim now shows its passage. Nothing left this browser.'
          : [first, ...rest].join(' '),
      warns: first !== undefined,
    };
  }
  if (unmatched.length === 0) return { title: 'Nothing can be read from it', message: reasons.join(' '), warns: true };
  const isPasted = given === 'pasted';
  return {
    title: isPasted ? 'Nothing to be done with the pasted text' : `Nothing to be done with ${names(unmatched)}`,
    message: [
      isPasted || unmatched.length === 1
        ? 'It is no graph or table that is recognised, and not the text of a source of this graph. To choose how it is read, give it under Open.'
        : 'They are no graphs or tables that are recognised, and no texts of sources of this graph. To choose how they are read, give them under Open.',
      ...reasons,
    ].join(' '),
    warns: true,
  };
}

/** Why nothing was read from files that hold neither a graph nor a text. */
export function refusalTold(
  refused: readonly { readonly file: { readonly name: string }; readonly refused?: string }[],
): Told {
  const shown = refused.slice(0, MOST_NAMES).map(({ file, refused: why = '' }) => `${file.name} ${why}.`);
  const more = refused.length - shown.length;
  return {
    title: refused.length === 1 ? 'Nothing can be read from it' : `Nothing can be read from ${refused.length} files`,
    message: [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
    warns: true,
  };
}

function names(files: readonly string[]): string {
  return listNames(files, MOST_NAMES);
}
