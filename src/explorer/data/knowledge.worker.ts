import { readGraphDocument } from '../../formats/graph-document/read-graph-document.ts';
import { InMemoryKnowledgeBase } from '../../knowledge/in-memory.ts';
import { type Asked, answerQuestions, Handover } from '../../knowledge/remote/answer-questions.ts';
import { hostKnowledgeBase } from '../../knowledge/remote/host-knowledge-base.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { fetchDocuments } from './fetch-documents.ts';
import { fetchGraph } from './fetch-graph.ts';
import { asFinding } from './finding.ts';
import type { Opened, OpeningStep, WorkerQuestion } from './graph-worker.ts';
import { type MatchedTexts, matchTexts } from './match-texts.ts';
import { readFiles } from './read-files.ts';

/**
 * The worker that holds one open graph. Reading, checking, weighing and all answers are made here, so that the page
 * never waits; the graph document itself stays here.
 */

let graph: GraphDocument | undefined;

async function open(from: string | File, { signal, tell }: Asked): Promise<Opened | Handover> {
  const step = (name: OpeningStep): void => tell(name);
  step('reading');
  const given = typeof from === 'string' ? await fetchGraph(from, signal) : await textOf(from);
  if (typeof given !== 'string') return { findings: given };
  step('checking');
  const read = readGraphDocument(given, typeof from === 'string' ? 'api/graph' : from.name);
  if (read.graph === undefined) return { findings: read.issues.map(asFinding) };
  step('weighing');
  graph = read.graph;
  const { port1, port2 } = new MessageChannel();
  hostKnowledgeBase(port1, new InMemoryKnowledgeBase(graph));
  const opened: Opened = { port: port2 };
  return new Handover(opened, [port2]);
}

async function textOf(file: File): Promise<string> {
  const [read] = await readFiles([file]);
  return read?.text ?? '';
}

async function match(from: string | readonly File[], { signal }: Asked): Promise<Handover> {
  const files = typeof from === 'string' ? await fetchDocuments(from, signal) : await readFiles(from);
  if (graph === undefined) throw new Error('Documents were given before a graph was open.');
  const texts: MatchedTexts = matchTexts(graph, files);
  return new Handover(
    texts,
    texts.matched.flatMap(({ text }) => (text.offsets === undefined ? [] : [text.offsets.buffer])),
  );
}

answerQuestions<WorkerQuestion>(self, (question, asked) =>
  question.kind === 'open' ? open(question.from, asked) : match(question.from, asked),
);
