import type {
  Connection,
  Hop,
  Relaxation,
  Searched,
  Trace,
  TraceQuestion,
  WalkOptions,
} from '../knowledge/trace-answers.ts';
import { connectionText, deniedElsewhere, notWalkedText, restsOnText } from '../knowledge/trace-words.ts';
import { listNames, number, percent, VERDICT_WORDS } from '../knowledge/words.ts';
import { amount, sharesText, verdictLine, verdictMark } from './describe.ts';
import type { Colours } from './print.ts';

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
    ...hop.related.map((denial) => `   Not counted: ${deniedElsewhere(denial)}  ${colours.dim(denial.id)}`),
    `   ${colours.dim(citationText(hop))}`,
  ];
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

function restsOnLines({ sources, speakers, origins }: Trace['restsOn']): string[] {
  return [restsOnText(sources, 'sources'), restsOnText(speakers, 'speakers'), restsOnText(origins, 'origins')].flatMap(
    (text, i) => (text === '' ? [] : [`${['Sources', 'Speakers', 'Origins'][i]}: ${text}`]),
  );
}

/** How sure it is that the two are joined by any of the traces shown. */
export function connectionLine(connection: Connection): string {
  return `Joined by any of these, over ${amount(connection.relations, 'relation')}: ${connectionText(connection)}.`;
}

/** What was searched and left out, so that "no trace" is an answer. */
export function searchedLines({ entities, relations, leftOut, cutShort }: Searched, options: Asked): string[] {
  const left = notWalkedText(leftOut);
  const hops = options.depth === undefined ? '' : `, at most ${amount(options.depth, 'hop')}`;
  return [
    `Searched: ${amount(relations, 'relation')} between ${amount(entities, 'entity', 'entities')}${hops}, direction ${options.direction ?? 'both'}.`,
    `Not walked: ${left === '' ? 'none' : left}.`,
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
