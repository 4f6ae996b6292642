import type { RelationSummary } from '../knowledge/knowledge-base.ts';
import type {
  Connection,
  Hop,
  NotWalked,
  Relaxation,
  RestsOn,
  Searched,
  Trace,
  TraceQuestion,
  WalkOptions,
} from '../knowledge/trace-answers.ts';
import { listNames, number, percent, VERDICT_WORDS } from '../knowledge/words.ts';
import { amount, sharesText, verdictLine, verdictMark } from './describe.ts';
import type { Colours } from './print.ts';

/** How relations were left out, in the order in which reasons are tried. */
const REASONS: readonly (readonly [keyof NotWalked, string])[] = [
  ['denied', 'denied'],
  ['unknown', 'with too little evidence'],
  ['unspoken', 'that nobody is left to speak of'],
  ['disputed', 'disputed'],
  ['weak', 'below the least belief'],
  ['types', 'of other types'],
  ['dates', 'of another time'],
  ['avoided', 'to be avoided'],
];

/** A trace, hop by hop, and what it amounts to and rests on. */
export function traceLines(trace: Trace, colours: Colours): string[] {
  const weakest = trace.hops[trace.weakest];
  return [
    ...trace.hops.flatMap((hop, i) => hopLines(hop, i, colours)),
    `Together: ${verdictMark(trace.verdict, VERDICT_WORDS[trace.verdict], colours)} (${sharesText({ verdict: trace.verdict, ...trace.opinion })}), as its worst hop.`,
    ...(weakest === undefined || trace.hops.length < 2
      ? []
      : [`Weakest hop: ${trace.weakest + 1}, ${percent(weakest.relation.belief)} for.`]),
    ...sharedLines(trace),
    ...restsOnLines(trace.restsOn),
  ];
}

/** One hop: which way it is walked, what is said, and where to read it. */
export function hopLines(hop: Hop, index: number, colours: Colours): string[] {
  const arrow = hop.relation.symmetric ? '—' : hop.along ? '→' : '←';
  const dates = hop.dates.length === 0 ? '' : ` [${listNames(hop.dates)}]`;
  return [
    `${index + 1}. ${hop.from.name} ${arrow} ${hop.to.name}: ${hop.sentence}.${dates}`,
    `   ${verdictLine(hop.relation, colours)}  ${colours.dim(hop.relation.id)}`,
    ...hop.related.map((denial) => `   Not counted: ${attributedDenial(denial)}  ${colours.dim(denial.id)}`),
    `   ${colours.dim(citationText(hop))}`,
  ];
}

/** "India denies: India backs Baloch armed groups.": a denial of a whole that an end is part of. */
function attributedDenial({ proposition, deniedBy }: RelationSummary): string {
  return `${listNames(deniedBy)} ${deniedBy.length === 1 ? 'denies' : 'deny'}: ${proposition}.`;
}

/** "In: The Gazette ¶ 3, 7; A letter ¶ 2": where the claims of a hop stand. */
function citationText({ citations }: Hop): string {
  const byTitle = new Map<string, Set<number>>();
  for (const { title, paragraph } of citations) {
    const paragraphs = byTitle.get(title) ?? new Set<number>();
    if (paragraph !== undefined) paragraphs.add(paragraph);
    byTitle.set(title, paragraphs);
  }
  const places = [...byTitle].map(([title, paragraphs]) => {
    const sorted = [...paragraphs].sort((a, b) => a - b);
    return sorted.length === 0 ? `“${title}”` : `“${title}” ¶ ${sorted.join(', ')}`;
  });
  return `In ${places.join('; ')}.`;
}

function sharedLines({ sharedOrigins, band, opinion }: Trace): string[] {
  if (sharedOrigins.length === 0) return [];
  const carried = sharedOrigins.map(({ name, hops }) => `${name} (hops ${hops.map((hop) => hop + 1).join(', ')})`);
  return [
    `Hops on the same word are not independent: ${listNames(carried)}. Instead of ${percent(opinion.belief)} the belief lies between ${percent(band.min)} and ${percent(band.max)}.`,
  ];
}

function restsOnLines(restsOn: Trace['restsOn']): string[] {
  const kinds = [
    ['sources', restsOn.sources],
    ['speakers', restsOn.speakers],
    ['origins', restsOn.origins],
  ] as const;
  return kinds.flatMap(([kind, sets]) => {
    const text = breakingText(sets);
    return text === '' ? [] : [`Falls without, of ${kind}: ${text}.`];
  });
}

/** "any of A, B; or C with D; or A, B and C together (found greedily, there may be fewer)". */
function breakingText({ single, pairs, pairsTried, larger }: RestsOn): string {
  const names = single.map(({ name }) => name);
  return [
    ...(names.length === 0 ? [] : [names.length === 1 ? (names[0] ?? '') : `any of ${names.join(', ')}`]),
    ...pairs.map(([a, b]) => `${a.name} with ${b.name}`),
    ...(larger === undefined
      ? []
      : [
          `${listNames(
            larger.map(({ name }) => name),
            12,
          )} together (found greedily: fewer may do)`,
        ]),
    ...(pairsTried ? [] : ['pairs were not tried, there are too many']),
  ].join('; or ');
}

/** How sure it is that the two are joined by any of the traces shown. */
export function connectionLine({ relations, independent, sampled }: Connection): string {
  const exact =
    independent === undefined ? [] : [`${percent(independent)} if no two relations shared an origin (exact)`];
  const drawn =
    sampled === undefined
      ? []
      : [
          `${percent(sampled.value)} ± ${percent(sampled.error)} as origins are shared (${number(sampled.samples)} draws, seed ${sampled.seed})`,
        ];
  return `Joined by any of these traces, over ${amount(relations, 'relation')}: ${[...exact, ...drawn].join('; ')}.`;
}

/** What was searched and left out, so that "no trace" is an answer. */
export function searchedLines({ entities, relations, leftOut, cutShort }: Searched, options: Asked): string[] {
  const left = REASONS.flatMap(([reason, words]) => (leftOut[reason] === 0 ? [] : [`${leftOut[reason]} ${words}`]));
  const hops = options.depth === undefined ? '' : `, at most ${amount(options.depth, 'hop')}`;
  return [
    `Searched: ${amount(relations, 'relation')} between ${amount(entities, 'entity', 'entities')}${hops}, direction ${options.direction ?? 'both'}.`,
    `Not walked: ${left.length === 0 ? 'none' : left.join(', ')}.`,
    ...(cutShort === undefined
      ? []
      : [
          `The search was cut short${cutShort.steps === undefined ? '' : ` after ${number(cutShort.steps)} steps`}: there may be more than this.`,
        ]),
  ];
}

type Asked = Pick<WalkOptions, 'direction'> & { readonly depth?: TraceQuestion['depth'] | undefined };

/** The change in the words of the command line. */
export function relaxationText({ option, value }: Relaxation): string {
  switch (option) {
    case 'includeUnknown':
      return 'with --include-unknown';
    case 'noDisputed':
      return 'without --no-disputed';
    case 'direction':
      return 'with --direction both';
    case 'depth':
      return `with --depth ${value}`;
    case 'types':
      return 'without --type';
    case 'minBelief':
      return 'without --min-belief';
    case 'avoidRelations':
      return `without --avoid-relation ${value}`;
    case 'time':
      return 'with --time ignore';
    case 'avoid':
    case 'without':
      return `without --${option} ${value}`;
    default:
      return `without --${option}`;
  }
}
