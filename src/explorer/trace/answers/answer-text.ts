import type {
  CommonAnswer,
  ConnectAnswer,
  ExpandAnswer,
  Hop,
  Trace,
  TraceAnswer,
} from '../../../knowledge/trace-answers.ts';
import {
  citationText,
  connectionText,
  deniedElsewhere,
  joiningText,
  notWalkedText,
  relaxationText,
  relaxedText,
  restsOnText,
} from '../../../knowledge/trace-words.ts';
import { percent, VERDICT_WORDS } from '../../../knowledge/words.ts';
import type { Answered } from '../ask-trace.ts';
import { whenText } from './when-text.ts';

/** What is told beside an answer, so that a reader elsewhere can ask it again. */
export interface Context {
  /** The conditions, in words. */
  readonly conditions: readonly string[];
  /** The address that shows it. */
  readonly link: string;
  /** Whom or what each relaxation of a trace gives up, by name, in their order. */
  readonly relaxed: readonly (string | undefined)[];
  /** Title and content hash of the graph. */
  readonly graph: string;
}

function hopLine(hop: Hop, number: string): string {
  const of = (stance: 'asserts' | 'denies' | 'doubts', before: string): string => {
    const cited = [...new Set(hop.citations.filter((one) => one.stance === stance).map(citationText))];
    return cited.length === 0 ? '' : ` ${before}${cited.join(' ')}`;
  };
  const dates = hop.dates.length === 0 ? '' : ` (${whenText(hop, '; ')})`;
  return `${number} ${hop.sentence}${dates}; ${hop.relation.verdictText}.${of('asserts', '')}${of('denies', 'Denied in ')}${of('doubts', 'Doubted in ')}${hop.related.map((denial) => ` Not counted: ${deniedElsewhere(denial)}`).join('')}`;
}

function traceLines(trace: Trace, number: number): string[] {
  const { hops, verdict, opinion, weakest, sharedOrigins, band, restsOn } = trace;
  const rests = [
    restsOnText(restsOn.speakers, 'speakers'),
    restsOnText(restsOn.sources, 'documents'),
    restsOnText(restsOn.origins, 'origins'),
  ];
  return [
    '',
    `${number}. ${VERDICT_WORDS[verdict]}, ${percent(opinion.belief)} for all of it together`,
    ...hops.map((hop, i) => hopLine(hop, `   ${number}.${i + 1}`)),
    ...(hops.length > 1 ? [`   Weakest hop: ${number}.${weakest + 1}.`] : []),
    ...sharedOrigins.map(
      ({ name, hops: carried }) =>
        `   ${name} carries hops ${carried.map((hop) => `${number}.${hop + 1}`).join(', ')}: anything from ${percent(band.min)} to ${percent(band.max)} is possible.`,
    ),
    ...['Speakers', 'Documents', 'Origins'].flatMap((title, i) =>
      rests[i] === undefined || rests[i] === '' ? [] : [`   ${title}: ${rests[i]}`],
    ),
  ];
}

function traceAnswerLines(answer: TraceAnswer, relaxed: Context['relaxed']): string[] {
  const { from, to, fromGroup, toGroup, traces, connection, relaxations, options } = answer;
  const names = (group: readonly { readonly name: string }[]): string => group.map(({ name }) => name).join(' or ');
  return [
    `How ${names(fromGroup ?? [from])} and ${names(toGroup ?? [to])} are related`,
    ...traces.flatMap((trace, i) => traceLines(trace, i + 1)),
    ...(connection === undefined || traces.length < 2
      ? []
      : ['', `Any of these ${traces.length} holds: ${connectionText(connection)}.`]),
    ...(traces.length > 0
      ? []
      : [
          `No path of at most ${options.depth} hops under these conditions.`,
          ...relaxations.map((one, i) => `   ${relaxationText(one.option, relaxed[i])}: ${relaxedText(one)}`),
        ]),
  ];
}

function joiningLines(answer: ConnectAnswer): string[] {
  const { asked, groups, between, chains, joining } = answer;
  const names = (group: readonly { readonly name: string }[]): string => group.map(({ name }) => name).join(', ');
  return [
    `What joins ${names(asked)}`,
    ...(groups.length > 1 ? [`Not joined with one another: ${groups.map(names).join(' | ')}.`] : []),
    ...(between.length > 0 ? [`In between: ${names(between)}.`] : []),
    ...(joining.length > 0 ? [joiningText(answer)] : []),
    ...chains.flatMap(({ hops, opinion }, i) => [
      '',
      `${i + 1}. ${percent(opinion.belief)} together`,
      ...hops.map((hop, j) => hopLine(hop, `   ${i + 1}.${j + 1}`)),
    ]),
  ];
}

function commonLines({ asked, items, total }: CommonAnswer): string[] {
  return [
    `Who stands in a relation to each of ${asked.map(({ name }) => name).join(', ')}: ${total}`,
    ...items.flatMap(({ entity, relations, belief }) => [
      '',
      `${entity.name}, ${percent(belief)} together`,
      ...relations.flat().map(({ proposition, verdictText }) => `   ${proposition}: ${verdictText}`),
    ]),
  ];
}

function nearbyLines({ asked, rings }: ExpandAnswer): string[] {
  return [
    `Near ${asked.map(({ name }) => name).join(', ')}`,
    ...rings.map(
      ({ depth, entities, leftOut }) =>
        `${depth} ${depth === 1 ? 'hop' : 'hops'}: ${entities.map(({ name }) => name).join(', ')}${leftOut > 0 ? ` and ${leftOut} more` : ''}`,
    ),
  ];
}

function lines(answered: Answered, relaxed: Context['relaxed']): string[] {
  switch (answered.kind) {
    case 'trace':
      return traceAnswerLines(answered.answer, relaxed);
    case 'connect':
      return joiningLines(answered.answer);
    case 'common':
      return commonLines(answered.answer);
    case 'near':
      return nearbyLines(answered.answer);
  }
}

/** An answer as plain text with its citations, what it was asked under, and the link that shows it again. */
export function answerText(answered: Answered, { conditions, link, relaxed, graph }: Context): string {
  const { searched } = answered.answer;
  const notWalked = notWalkedText(searched.leftOut);
  const steps = searched.cutShort?.steps === undefined ? '' : ` after ${searched.cutShort.steps} steps`;
  const cutShort = searched.cutShort === undefined ? '' : ` The search was cut short${steps}.`;
  return [
    ...lines(answered, relaxed),
    '',
    ...(conditions.length > 0 ? [`Conditions: ${conditions.join('; ')}.`] : []),
    `Searched: ${searched.relations} relations.${notWalked === '' ? '' : ` Not walked: ${notWalked}.`}${cutShort}`,
    `Graph: ${graph}`,
    `Link: ${link}`,
    '',
  ].join('\n');
}
