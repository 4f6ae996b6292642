import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { changedWeights } from '../../src/evidence/weight-changes.ts';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { cutAnswer, joinAnswer } from '../../src/knowledge/remote/answer-parts.ts';
import { answerQuestions, Handover } from '../../src/knowledge/remote/answer-questions.ts';
import { hostKnowledgeBase } from '../../src/knowledge/remote/host-knowledge-base.ts';
import { Line, LineClosedError } from '../../src/knowledge/remote/line.ts';
import { RemoteKnowledgeBase } from '../../src/knowledge/remote/remote-knowledge-base.ts';
import { receiveError, sendError } from '../../src/knowledge/remote/sent-error.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId } from '../../src/model/ids.ts';
import { InvalidGraphError, UsageError } from '../../src/model/issue.ts';
import { testKnowledgeBase } from '../contracts/knowledge-base.ts';
import { claimLines, SOURCES, TYPES } from '../evidence/arbitrary-graph.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';

/** Ends what a test has opened; an open channel would keep the process alive. */
const ends: (() => void)[] = [];
const endAll = (): void => {
  for (const end of ends.splice(0)) end();
};

/** Both ends of a channel, of which `serve` takes the answering one. */
function connect(serve: (port: MessagePort) => () => void): Line {
  const { port1, port2 } = new MessageChannel();
  const stop = serve(port2);
  const line = new Line(port1);
  ends.push(() => {
    line.close();
    stop();
    port1.close();
    port2.close();
  });
  return line;
}

const remoteOf = (base: KnowledgeBase): RemoteKnowledgeBase =>
  RemoteKnowledgeBase.at(connect((port) => hostKnowledgeBase(port, base)));

async function folderGraph(path: string): Promise<GraphDocument> {
  const { result } = await readGraphFolder(new URL(path, import.meta.url).pathname);
  if (result.graph === undefined) throw new Error(`${path} does not open`);
  return result.graph;
}

const FRESH_SEED = Date.now() % 2 ** 31;

describe('the contract', () => {
  afterAll(endAll);
  const open = async (graph: GraphDocument): Promise<KnowledgeBase> => remoteOf(new InMemoryKnowledgeBase(graph));
  testKnowledgeBase('over a channel, a small graph', open, () => folderGraph('../fixtures/small-graph'));
  for (const seed of [1, FRESH_SEED]) {
    const [claims = []] = fc.sample(claimLines, { seed, numRuns: 1 });
    testKnowledgeBase(`over a channel, a random graph of seed ${seed}`, open, async () =>
      sketchGraph({ types: TYPES, sources: SOURCES, claims }),
    );
  }
});

describe('beside the contract', () => {
  afterEach(endAll);

  const small = async (): Promise<InMemoryKnowledgeBase> =>
    new InMemoryKnowledgeBase(await folderGraph('../fixtures/small-graph'));

  /** Works for so many milliseconds without letting anything else run, as a big question does. */
  const block = (ms: number): void => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  };

  /** A base that notes which questions it begins; `voices` takes long, `bearers` waits for the signal. */
  class Noting extends InMemoryKnowledgeBase {
    readonly begun: string[] = [];
    signal: AbortSignal | undefined;

    override async entity(id: EntityId): ReturnType<KnowledgeBase['entity']> {
      this.begun.push(id);
      return super.entity(id);
    }
    override async voices(): ReturnType<KnowledgeBase['voices']> {
      this.begun.push('voices');
      block(60);
      return super.voices();
    }
    override async bearers(): ReturnType<KnowledgeBase['bearers']> {
      const { signal } = this;
      this.begun.push('bearers');
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    }
    override until(signal: AbortSignal): KnowledgeBase {
      this.signal = signal;
      return this;
    }
  }

  const noting = async (): Promise<Noting> => new Noting(await folderGraph('../fixtures/small-graph'));

  test('each question is asked by its own name', async () => {
    const asked: string[] = [];
    const base = new Proxy(await small(), {
      get: (target, name) =>
        name in target && name !== 'until' ? () => Promise.resolve(asked.push(String(name))) : undefined,
    });
    const remote = remoteOf(base);
    const names = Object.keys(remote);
    for (const [, ask] of Object.entries(remote)) await Reflect.apply(ask, remote, []);
    expect(names.length).toBeGreaterThan(20);
    expect(asked).toEqual(names);
  });

  test('a UsageError crosses with its class, message and candidates', async () => {
    const base = await small();
    const [entity] = (await base.picture({})).entities;
    if (entity === undefined) throw new Error('the fixture has no entity');
    const wrong = EntityId.parse(`${entity.id}x`);
    const here = await base.entity(wrong).catch((error: unknown) => error);
    const there = await remoteOf(base)
      .entity(wrong)
      .catch((error: unknown) => error);
    expect(there).toBeInstanceOf(UsageError);
    expect(there).toEqual(here);
    // The stack says where it was thrown, not where it was taken in.
    expect(there).toMatchObject({ candidates: [entity.id], stack: expect.stringContaining('in-memory.ts') });
  });

  test('errors cross with class and details, whatever was thrown', () => {
    const issue = { code: 'unknown-id', severity: 'error', path: ['claims', 0], message: 'There is none' } as const;
    const cause = new TypeError('deep', { cause: new SyntaxError('deeper') });
    const circle = new Error('round');
    circle.cause = circle;
    const named = new Error('of a library');
    named.name = 'LibraryError';
    const across = (thrown: unknown): Error => receiveError(structuredClone(sendError(thrown)));

    const invalid = across(new InvalidGraphError([issue, issue], { cause }));
    expect(invalid).toBeInstanceOf(InvalidGraphError);
    expect(invalid).toMatchObject({ issues: [issue, issue], message: 'There is none at claims.0 (and 1 more)' });
    expect(invalid.cause).toBeInstanceOf(TypeError);
    expect(invalid.cause).toMatchObject({ message: 'deep', cause: { name: 'SyntaxError', message: 'deeper' } });
    expect(across(new RangeError('far'))).toBeInstanceOf(RangeError);
    expect(across(circle)).toMatchObject({ message: 'round', cause: { message: 'round' } });
    expect(across(named)).toMatchObject({ name: 'LibraryError', message: 'of a library' });
    expect(across(AbortSignal.abort().reason)).toBeInstanceOf(DOMException);
    expect(across(AbortSignal.abort().reason).name).toBe('AbortError');
    expect(across('a bare text').message).toBe('a bare text');
  });

  test('a question or answer that cannot be cloned rejects, and the next one is answered', async () => {
    const line = connect((port) => answerQuestions(port, (question) => (question === 'f' ? () => 0 : question)));
    await expect(line.ask('f')).rejects.toThrow(/could not be cloned/u);
    await expect(line.ask(() => 0)).rejects.toThrow(/could not be cloned/u);
    await expect(line.ask('plain')).resolves.toBe('plain');
  });

  test('a question that is withdrawn before it is begun is never begun, and the next is not delayed by it', async () => {
    const base = await noting();
    const remote = remoteOf(base);
    const [a, b] = (await base.picture({})).entities.map((entity) => entity.id);
    if (a === undefined || b === undefined) throw new Error('the fixture is too small');
    const long = remote.voices();
    const abort = new AbortController();
    const dropped = [1, 2, 3].map(() => remote.until(abort.signal).entity(a));
    const outcome = Promise.allSettled(dropped);
    const wanted = remote.entity(b);
    abort.abort(new Error('looked elsewhere'));
    for (const one of await outcome) {
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'looked elsewhere' } });
    }
    await Promise.all([long, wanted]);
    expect(base.begun).toEqual(['voices', b]);
  });

  test('a question asked with a signal that has aborted is not sent', async () => {
    const base = await noting();
    const remote = remoteOf(base);
    await expect(remote.until(AbortSignal.abort()).voices()).rejects.toMatchObject({ name: 'AbortError' });
    await remote.about();
    expect(base.begun).toEqual([]);
  });

  test('one that waits while it is worked on sees its withdrawal, and others are answered meanwhile', async () => {
    const base = await noting();
    const remote = remoteOf(base);
    const abort = new AbortController();
    const search = remote.until(abort.signal).bearers('source');
    search.catch(() => undefined);
    await expect(remote.stats()).resolves.toEqual(await base.stats());
    expect(base.begun).toEqual(['bearers']);
    abort.abort();
    await expect(search).rejects.toMatchObject({ name: 'AbortError' });
    await remote.about();
  });

  test('the signal of a question is its own: it aborts with that question and with no other', async () => {
    const signals = new Map<string, AbortSignal>();
    const line = connect((port) =>
      answerQuestions<string>(port, (question, { signal }) => {
        signals.set(question, signal);
        return question.startsWith('long') ? new Promise(() => undefined) : question;
      }),
    );
    const abort = new AbortController();
    const first = line.ask('long 1', { signal: abort.signal });
    const second = line.ask('long 2');
    second.catch(() => undefined);
    await line.ask('short');
    abort.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await line.ask('after');
    expect(['long 1', 'long 2', 'short'].map((name) => signals.get(name)?.aborted)).toEqual([true, false, false]);
  });

  test('progress comes before the answer, and none after a withdrawal', async () => {
    const line = connect((port) =>
      answerQuestions<number>(port, async (steps, { tell }) => {
        for (let i = 0; i < steps; i++) tell(i);
        await new Promise((resolve) => setTimeout(resolve, 5));
        tell('late');
        return 'done';
      }),
    );
    const told: unknown[] = [];
    const onProgress = (progress: unknown): void => void told.push(progress);
    await expect(line.ask(3, { onProgress })).resolves.toBe('done');
    expect(told).toEqual([0, 1, 2, 'late']);
    told.length = 0;
    const abort = new AbortController();
    const withdrawn = line.ask(0, { signal: abort.signal, onProgress });
    abort.abort();
    await expect(withdrawn).rejects.toMatchObject({ name: 'AbortError' });
    await line.ask(0);
    expect(told).toEqual([]);
  });

  test('an answer that is cut into parts is put together as it was, and left as it is where it came from', () => {
    const answers = fc.object({
      maxDepth: 5,
      maxKeys: 6,
      key: fc.oneof(fc.string(), fc.constantFrom('items', '__proto__', 'constructor')),
      values: [fc.integer(), fc.string(), fc.array(fc.integer(), { maxLength: 12 }), fc.constant(undefined)],
    });
    for (const seed of [1, FRESH_SEED]) {
      fc.assert(
        fc.property(
          fc.oneof(answers, fc.array(answers), fc.integer()),
          fc.integer({ min: 1, max: 5 }),
          (answer, most) => {
            const before = structuredClone(answer);
            const { answer: shell, parts } = cutAnswer(answer, most);
            expect(answer).toEqual(before);
            for (const { items } of parts) expect(items.length).toBeLessThanOrEqual(most);
            const joined = joinAnswer(structuredClone({ answer: shell, parts }));
            // Vitest's own equality takes a key named `constructor` for a class.
            expect(isDeepStrictEqual(joined, before)).toBe(true);
          },
        ),
        { seed, numRuns: 300 },
      );
    }
    expect(() => joinAnswer({ answer: { a: 1 }, parts: [{ path: ['a'], items: [1] }] })).toThrow(RangeError);
  });

  test('no message holds more than a part of a long list, however deep it stands', async () => {
    const list = Array.from({ length: 1000 }, (_, i) => ({ i }));
    const answer = { list, inner: { deeper: { list } }, total: 1000 };
    const longest: number[] = [];
    const measure = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(measure));
    const line = connect((port) => {
      const send = port.postMessage.bind(port);
      port.postMessage = (message: unknown) => {
        longest.push(measure(message));
        send(message);
      };
      return answerQuestions(port, () => answer);
    });
    await expect(line.ask(undefined)).resolves.toEqual(answer);
    expect(longest.length).toBeGreaterThan(6);
    expect(Math.max(...longest)).toBeLessThan(300);
  });

  test('the memory of an array is handed over, not cloned', async () => {
    const array = Uint32Array.of(1, 2, 3);
    const line = connect((port) => answerQuestions(port, () => new Handover(array, [array.buffer])));
    await expect(line.ask(undefined)).resolves.toEqual(Uint32Array.of(1, 2, 3));
    expect(array.length).toBe(0);
  });

  const otherWeights = changedWeights({ A: 0.5, B: 0.5, C: 0.5, D: 0.5, E: 0.5, F: 0.05 });

  test('a closed base refuses questions; what was asked before is answered; the one it was made from stays', async () => {
    const remote = remoteOf(await small());
    const weighed = await remote.withWeights(otherWeights);
    const before = weighed.about();
    const closing = weighed.close();
    const after = weighed.about();
    await expect(before).resolves.toMatchObject({ weights: otherWeights.version });
    await closing;
    await expect(after).rejects.toThrow(RangeError);
    await expect(weighed.withWeights(otherWeights)).rejects.toThrow(RangeError);
    await expect(remote.about()).resolves.toMatchObject({ weights: (await (await small()).about()).weights });
  });

  test('a base of other weights that was withdrawn while it was made is forgotten by the host', async () => {
    let give: (base: KnowledgeBase) => void = () => undefined;
    const inner = await small();
    const made = new Promise<KnowledgeBase>((resolve) => {
      give = resolve;
    });
    const base = Object.assign(inner, { withWeights: () => made });
    const line = connect((port) => hostKnowledgeBase(port, base));
    const remote = RemoteKnowledgeBase.at(line);
    const abort = new AbortController();
    const weighing = remote.until(abort.signal).withWeights(otherWeights);
    await remote.about();
    abort.abort();
    await expect(weighing).rejects.toMatchObject({ name: 'AbortError' });
    give(inner);
    await remote.about();
    // The base that was being made had the number 1.
    await expect(line.ask({ kind: 'ask', base: 1, method: 'about', args: [] })).rejects.toThrow('was closed');
  });

  test('when the line closes, open and later questions reject, and closing a base is no error', async () => {
    const line = connect((port) => answerQuestions(port, () => new Promise(() => undefined)));
    const remote = RemoteKnowledgeBase.at(line);
    const open = remote.stats();
    line.close();
    await expect(open).rejects.toThrow(LineClosedError);
    await expect(remote.stats()).rejects.toThrow(LineClosedError);
    await expect(remote.close()).resolves.toBeUndefined();
  });

  test('when hosting ends, what is worked on is told to stop', async () => {
    let seen: AbortSignal | undefined;
    const { port1, port2 } = new MessageChannel();
    const stop = answerQuestions<string>(port2, (question, { signal }) => {
      if (question === 'short') return 'answer';
      seen = signal;
      return new Promise(() => undefined);
    });
    const line = new Line(port1);
    line.ask('long').catch(() => undefined);
    await line.ask('short');
    expect(seen?.aborted).toBe(false);
    stop();
    expect(seen?.aborted).toBe(true);
    line.close();
    port1.close();
  });
});
