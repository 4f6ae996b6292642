import { expect, test } from 'vitest';
import { MOST_STEPS } from '../../src/knowledge/find-traces.ts';
import { DEFAULT_TRACE, MOST_HOPS, MOST_TRACES } from '../../src/knowledge/trace-options.ts';
import { number, percent } from '../../src/knowledge/words.ts';
import { beliefBand, conjunction } from '../../src/tracing/conjunction.ts';
import { MOST_TERMINALS } from '../../src/tracing/connect.ts';
import { MOST_EXACT_LINKS } from '../../src/tracing/exact-reliability.ts';
import { MOST_VOICES_FOR_PAIRS } from '../../src/tracing/rests-on.ts';
import { runCli } from '../cli/run-cli.ts';
import { expectGenerated, table } from './generated.ts';
import { readPage } from './markdown.ts';

const PAGE = 'docs/tracing.md';

test('the worked example is what the code makes of it (E24, E25)', () => {
  const rows = [
    [[3, 4]],
    [
      [3, 4],
      [3, 5],
    ],
    [
      [3, 4],
      [3, 5],
      [1, 2],
    ],
  ].map((hops) => {
    const beliefs = hops.map(([over = 0, under = 1]) => over / under);
    const { belief } = conjunction(beliefs.map((one) => ({ belief: one, disbelief: 0 })));
    const { min, max } = beliefBand(beliefs);
    return [hops.map((hop) => hop.join('/')).join(', '), percent(belief), `${percent(min)} and ${percent(max)}`];
  });
  expectGenerated(PAGE, 'example', table(['hops', 'product', 'lies between'], rows));
});

test('the bounds are those of the code', () => {
  expectGenerated(
    PAGE,
    'bounds',
    table(
      ['bound', 'most'],
      [
        ['traces of one answer', `${MOST_TRACES} (${DEFAULT_TRACE.k} unless told)`],
        ['hops of one trace', `${MOST_HOPS} (${DEFAULT_TRACE.depth} unless told)`],
        ['steps of a search with a time policy', number(MOST_STEPS)],
        ['voices of which every pair is tried', String(MOST_VOICES_FOR_PAIRS)],
        ['relations of a network whose reliability is exact', String(MOST_EXACT_LINKS)],
        ['entities joined at once', String(MOST_TERMINALS)],
      ],
    ),
  );
});

test('every option of the page is one of the command', async () => {
  const { out } = await runCli(['trace', '--help']);
  const named = [...readPage(PAGE).text.matchAll(/`(--[a-z-]+)(?: [a-z]+)?`/gu)].map(([, option = '']) => option);
  const elsewhere = ['--hubs'];
  expect(named.filter((option) => !out.includes(option) && !elsewhere.includes(option))).toEqual([]);
  expect((await runCli(['expand', '--help'])).out).toContain('--hubs');
});
