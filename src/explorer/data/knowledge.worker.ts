import { GRAPH_DOCUMENT } from '../../formats/graph-document/format.ts';
import { readGraphDocument } from '../../formats/graph-document/read-graph-document.ts';
import { InMemoryKnowledgeBase } from '../../knowledge/in-memory.ts';
import type { NamedGraph } from '../../knowledge/merge-graphs.ts';
import { type Asked, answerQuestions, Handover } from '../../knowledge/remote/answer-questions.ts';
import { hostKnowledgeBase } from '../../knowledge/remote/host-knowledge-base.ts';
import { unmerge } from '../../knowledge/unmerge.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { compareReadings } from './compare-readings.ts';
import { fetchDocuments } from './fetch-documents.ts';
import { fetchGraph } from './fetch-graph.ts';
import { fileInput } from './file-input.ts';
import { asFinding } from './finding.ts';
import type { JudgedGraph, Merging, NamedReading, Opened, OpeningStep, WorkerQuestion } from './graph-worker.ts';
import { joinGraphs } from './join-readings.ts';
import { judgePair, pairIn } from './judge-pair.ts';
import { type MatchedTexts, matchTexts } from './match-texts.ts';
import { mergedView } from './merged-view.ts';
import type { Preview, ReadingChoice } from './preview.ts';
import { readFiles } from './read-files.ts';

/**
 * The worker that holds one open graph, and before that what is read to become it. Reading, checking, merging, weighing
 * and all answers are made here, so that the page never waits; the graph document itself stays here.
 */

let graph: GraphDocument | undefined;
/** What was read and is looked at, by the number that the page gave it. */
const readings = new Map<number, Omit<NamedGraph, 'name'>>();

async function open(from: string | File, asked: Asked): Promise<Opened | Handover> {
  const step = (name: OpeningStep): void => asked.tell(name);
  step('reading');
  if (typeof from !== 'string') {
    const { signal } = asked;
    const read = await GRAPH_DOCUMENT.read?.(fileInput(from), { signal });
    if (read?.graph === undefined) return { findings: (read?.issues ?? []).map(asFinding) };
    return hold(read.graph, asked);
  }
  const given = await fetchGraph(from, asked.signal);
  if (typeof given !== 'string') return { findings: given };
  step('checking');
  const read = readGraphDocument(given, 'api/graph');
  if (read.graph === undefined) return { findings: read.issues.map(asFinding) };
  return hold(read.graph, asked);
}

/** Makes this the open graph, and a port to what is known of it. */
function hold(opened: GraphDocument, { tell }: Asked): Handover {
  const weighing: OpeningStep = 'weighing';
  tell(weighing);
  graph = opened;
  const { port1, port2 } = new MessageChannel();
  hostKnowledgeBase(port1, new InMemoryKnowledgeBase(graph));
  const answer: Opened = { port: port2 };
  return new Handover(answer, [port2]);
}

function theGraph(): GraphDocument {
  if (graph === undefined) throw new Error('Something was asked of a graph before one was open.');
  return graph;
}

async function match(from: string | readonly File[], { signal }: Asked): Promise<Handover> {
  const given =
    typeof from === 'string' ? { read: await fetchDocuments(from, signal), unread: [] } : await readFiles(from);
  const texts: MatchedTexts = matchTexts(theGraph(), given.read, given.unread);
  return new Handover(
    texts,
    texts.matched.flatMap(({ text }) => (text.offsets === undefined ? [] : [text.offsets.buffer])),
  );
}

async function read(number: number, files: readonly File[], choice: ReadingChoice, asked: Asked): Promise<Preview> {
  // All readers come with it: a page that only opens its graph need not wait for them.
  const { previewOf, readChoice } = await import('./read-choice.ts');
  // What was read by another choice is let go of first: two of a large file may be too much.
  readings.delete(number);
  const result = await readChoice(files, choice, asked);
  asked.signal.throwIfAborted();
  const { graph: made, rebuilt } = result;
  if (made !== undefined) readings.set(number, { graph: made, ...(rebuilt === undefined ? {} : { rebuilt }) });
  return previewOf(files, choice, result);
}

function named(wanted: readonly NamedReading[]): NamedGraph[] {
  return wanted.map(({ reading, name }) => {
    const found = readings.get(reading);
    if (found === undefined) throw new Error(`${name} was not read.`);
    return { name, ...found };
  });
}

function take(wanted: readonly NamedReading[], how: Merging, asked: Asked): Handover {
  const checking: OpeningStep = 'checking';
  asked.tell(checking);
  return hold(joinGraphs(named(wanted), how), asked);
}

function asBlob(document: GraphDocument): Blob {
  return new Blob([JSON.stringify(document)], { type: 'application/json' });
}

function judge({ a, b, decision }: Extract<WorkerQuestion, { kind: 'judge' }>): JudgedGraph {
  const { graph: judged, into } = judgePair(theGraph(), a, b, decision);
  return { document: asBlob(judged), into };
}

answerQuestions<WorkerQuestion>(self, (question, asked) => {
  switch (question.kind) {
    case 'open':
      return open(question.from, asked);
    case 'match':
      return match(question.from, asked);
    case 'read':
      return read(question.reading, question.files, question.choice, asked);
    case 'forget':
      for (const number of question.readings) readings.delete(number);
      return undefined;
    case 'pairs':
      return compareReadings(named(question.readings));
    case 'take':
      return take(question.readings, question.how, asked);
    case 'document':
      return asBlob(theGraph());
    case 'merged':
      return mergedView(theGraph());
    case 'separate':
      return asBlob(unmerge(theGraph(), question.taken));
    case 'pair':
      return pairIn(theGraph(), question.a, question.b);
    case 'judge':
      return judge(question);
  }
});
