import type { RelationSummary } from './knowledge-base.ts';
import type { Citation, ConnectAnswer, Connection, NotWalked, Relaxation, RestsOn, VoiceRef } from './trace-answers.ts';
import { listNames, number, percent, VERDICT_WORDS } from './words.ts';

/** "[Report of May ¶ 3]": where a claim of a hop can be read. */
export function citationText({ title, paragraph }: Pick<Citation, 'title' | 'paragraph'>): string {
  return paragraph === undefined ? `[${title}]` : `[${title} ¶ ${paragraph}]`;
}

/** "India denies: India backs the armed groups.": a denial of something that an end of a hop is part of. */
export function deniedElsewhere({ proposition, deniedBy }: Pick<RelationSummary, 'proposition' | 'deniedBy'>): string {
  return `${listNames(deniedBy)} ${deniedBy.length === 1 ? 'denies' : 'deny'}: ${proposition}.`;
}

/** Why relations were not walked; the number stands before it. */
export const NOT_WALKED_WORDS: Readonly<Record<keyof NotWalked, string>> = {
  denied: 'denied',
  unknown: 'with too little evidence',
  unspoken: 'that nobody who is listened to asserts',
  disputed: 'disputed',
  weak: 'with less belief than was asked for',
  types: 'of other types',
  dates: 'outside the dates',
  avoided: 'avoided, or through somebody avoided',
};

/** "12 denied, 3 of other types": what a search did not walk; empty where it walked all. */
export function notWalkedText(leftOut: NotWalked): string {
  const keys: readonly (keyof NotWalked)[] = [
    'denied',
    'unknown',
    'unspoken',
    'disputed',
    'weak',
    'types',
    'dates',
    'avoided',
  ];
  return keys
    .filter((key) => leftOut[key] > 0)
    .map((key) => `${number(leftOut[key])} ${NOT_WALKED_WORDS[key]}`)
    .join(', ');
}

/** One change of what was asked, as an offer; `value` in words where it names somebody or something. */
export function relaxationText(option: Relaxation['option'], value = ''): string {
  const texts: Readonly<Record<Relaxation['option'], string>> = {
    types: 'Walk relations of any type',
    direction: 'Walk relations both ways',
    depth: `Allow up to ${value} hops`,
    minBelief: 'Ask for no least belief',
    includeUnknown: 'Also walk relations with too little evidence',
    noDisputed: 'Also walk disputed relations',
    only: 'Listen to everybody',
    without: `Listen to ${value} again`,
    avoid: `Let it pass through ${value}`,
    avoidRelations: `Walk again: ${value}`,
    since: 'Set no earliest day',
    until: 'Set no latest day',
    time: 'Take no account of time',
    gap: 'Let any time pass between two hops',
    k: 'Ask for more traces',
    rank: 'Rank by evidence',
    damped: 'Rank places and hubs like all others',
  };
  return texts[option];
}

/** "2 hops, disputed, 31 %": what the best trace after a relaxation amounts to. */
export function relaxedText({ hops, verdict, belief }: Pick<Relaxation, 'hops' | 'verdict' | 'belief'>): string {
  return `${hops} ${hops === 1 ? 'hop' : 'hops'}, ${VERDICT_WORDS[verdict]}, ${percent(belief)}`;
}

/** How sure it is that one at least of the traces shown holds, and how that was reckoned. */
export function connectionText({ independent, sampled }: Connection): string {
  const drawn =
    sampled === undefined
      ? undefined
      : `${percent(sampled.value)} ± ${number(Math.round(sampled.error * 1000) / 10)} points, drawn ${number(sampled.samples)} times at random over origins (seed ${sampled.seed})`;
  if (independent === undefined) return drawn ?? '';
  if (drawn === undefined) return `${percent(independent)}, exactly: no two relations share an origin`;
  return `${drawn}; ${percent(independent)} if no two relations shared an origin`;
}

/** What a trace falls without, by one kind of voice, as sentences; empty where nothing breaks it. */
export function restsOnText({ single, pairs, pairsTried, larger }: RestsOn, what: string): string {
  const names = (voices: readonly VoiceRef[]): string => listNames(voices.map(({ name }) => name));
  const parts = [
    ...(single.length === 0 ? [] : [`Falls without ${single.map(({ name }) => name).join(', or without ')}.`]),
    ...(pairs.length === 0 ? [] : [`Falls without both ${pairs.map(names).join(', or both ')}.`]),
    ...(larger === undefined
      ? []
      : [`Falls without ${larger.length} ${what} together: ${names(larger)}. Found greedily; fewer may do.`]),
    ...(pairsTried ? [] : [`There are too many ${what} to try each two of them.`]),
  ];
  return parts.join(' ');
}

/** How good the relations are that join three and more, and by what they were chosen. */
export function joiningText({ by, exact, options }: Pick<ConnectAnswer, 'by' | 'exact' | 'options'>): string {
  if (options.damped === true && by === 'weight') {
    return exact
      ? 'With places and hubs ranked lower, nothing joins them better; through these there may be stronger evidence.'
      : 'With places and hubs ranked lower, its cost is at most twice the least there is.';
  }
  if (by === 'weight') {
    return exact
      ? 'Nothing joins them with stronger evidence.'
      : 'Found step by step: its cost is at most twice the least there is.';
  }
  return exact
    ? 'Nothing joins them with fewer relations; the strongest way takes more than were asked for.'
    : 'Chosen for few relations, since the strongest way takes more than were asked for: at most twice the least number.';
}
