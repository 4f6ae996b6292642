import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Trace, TraceOptions } from '../../src/knowledge/trace-answers.ts';
import { citationText } from '../../src/knowledge/trace-words.ts';
import { EntityId } from '../../src/model/ids.ts';
import { violations } from './axe.ts';
import { BundledExplorer } from './bundled-explorer.ts';

/** Two that are joined by several hops only, in the bundled graph. */
const [FROM, TO] = [EntityId.parse('mir-yar-baloch'), EntityId.parse('china')];
const ASKED = `#panel=trace&from=${FROM}&to=${TO}`;
/** A question that has no answer: nobody leads India or the BLA to the other. */
const NO_PATH = '#panel=trace&from=india&to=bla&by-type=leads';

const explorer = new BundledExplorer();
let page: Page;

async function visit(
  fragment: string,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<void> {
  // A small window is drawn faster, and still has room for panel, graph and inspector side by side.
  page = await explorer.visit(fragment, { width: 1060, height: 720, ...options });
}

const answers = (): Locator => page.getByTestId('traces');
const chips = (): Locator => page.getByRole('group', { name: 'Conditions' });

/** What the knowledge base answers to the same question. */
async function answered(options: TraceOptions = {}): Promise<readonly Trace[]> {
  return (await explorer.base.trace(FROM, TO, { k: 5, ...options })).traces;
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('nothing was found');
  return item;
}

async function tellsAllHops({ hops }: Trace): Promise<void> {
  for (const { sentence } of hops) await answers().getByText(sentence).first().waitFor();
}

/** Chooses an entity in a field by typing a name of it. */
async function choose(field: string | RegExp, name: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();
}

describe('asking by hand', () => {
  beforeEach(() => visit('#panel=trace'));

  test('two names give answers; another is chosen; a third asks what joins them', async () => {
    await choose('From', 'Mir Yar Baloch');
    // With one end, those near it are offered.
    await page.getByTestId('nearby').getByRole('button', { name: 'India', exact: true }).waitFor();
    await choose('To', 'China');
    await tellsAllHops(first(await answered()));
    await page.getByTestId('trace-2').getByRole('button').first().click();
    await expect.poll(() => new URL(page.url()).hash).toContain('answer=1');
    const second = (await answered())[1];
    if (second === undefined) throw new Error('there is one trace only');
    await tellsAllHops(second);

    await page.getByRole('button', { name: 'Add a third' }).click();
    await choose(/^Join these/u, 'India');
    const joined = await explorer.base.connect([FROM, TO, EntityId.parse('india')], {});
    for (const { hops } of joined.chains) {
      for (const { sentence } of hops) await page.getByTestId('joining').getByText(sentence).first().waitFor();
    }
    await page.getByRole('button', { name: 'Remove India' }).click();
    await tellsAllHops(first(await answered()));
  });
});

describe('an answer', () => {
  beforeEach(() => visit(ASKED));

  test('is stepped through, and the inspector shows the hop', async () => {
    const { hops } = first(await answered());
    await page.getByRole('button', { name: 'Next hop' }).click();
    await page.getByText(`Hop 1 of ${hops.length}`).waitFor();
    await page.getByTestId('relation-inspector').waitFor();
    await page.keyboard.press('j');
    await page.getByText(`Hop 2 of ${hops.length}`).waitFor();
    await expect.poll(() => page.locator('[aria-current="step"]').innerText()).toBe(hops[1]?.sentence);
    await expect
      .poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sel'))
      .toBe(`relation:${hops[1]?.relation.id}`);
    await page.keyboard.press('k');
    await page.getByText(`Hop 1 of ${hops.length}`).waitFor();
  });

  test('a hop is avoided, and Back takes it back', async () => {
    const before = first(await answered());
    const hop = first(before.hops);
    await page.getByRole('button', { name: `Ask without this hop or its word: ${hop.relation.proposition}` }).click();
    await page.getByRole('menuitem', { name: 'Avoid this hop' }).click();
    await chips().getByText(`not: ${hop.relation.proposition}`, { exact: true }).waitFor();
    await tellsAllHops(first(await answered({ avoidRelations: [hop.relation.id] })));
    expect(await answers().getByText(hop.sentence, { exact: true }).count()).toBe(0);
    await page.goBack();
    await tellsAllHops(before);
  });

  test('is asked again without a source, and without a condition again', async () => {
    const before = first(await answered());
    const hop = first(before.hops);
    const cited = first(hop.citations.filter(({ stance }) => stance === 'asserts'));
    await page.getByRole('button', { name: `Ask without this hop or its word: ${hop.relation.proposition}` }).click();
    await page.getByRole('menuitem', { name: cited.title }).first().click();
    const chip = chips().getByRole('button', { name: `Take away: without ${cited.title}` });
    await chip.waitFor();
    await tellsAllHops(first(await answered({ without: [{ kind: 'source', id: cited.source }] })));
    await chip.click();
    await tellsAllHops(before);
  });

  test('is set beside another, on the graph with a key to both', async () => {
    await page.getByRole('button', { name: 'Compare with trace 1' }).first().click();
    const compared = page.getByTestId('compared');
    await compared.getByText('Trace 1 beside trace 2').waitFor();
    const [one, two] = (await answered()).map(({ hops }) => hops.map(({ relation }) => relation.id));
    const common = one?.filter((id) => two?.includes(id)).length ?? 0;
    await compared.getByText(`In both: ${common === 0 ? 'no hop' : common}`).waitFor();
    expect(await page.getByTestId('overlay-legend').innerText()).toContain('Trace 1 beside trace 2');
    await compared.getByRole('button', { name: 'Stop comparing' }).click();
    await compared.waitFor({ state: 'detached' });
  });

  test('is copied with citations, and its link shows the same again', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByTestId('trace-2').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Next hop' }).click();
    await page.getByText(/^Hop 1 of/u).waitFor();
    await page.getByRole('button', { name: 'Copy with citations' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const traces = await answered();
    for (const { hops } of traces) {
      for (const { sentence, citations } of hops) {
        expect(text).toContain(sentence);
        for (const citation of citations) expect(text).toContain(citationText(citation));
      }
    }
    expect(text).toContain(`Link: ${page.url()}`);

    const other = await explorer.openBeside(page.url());
    await other.page.getByText(`Hop 1 of ${traces[1]?.hops.length}`).waitFor();
    expect(await other.page.getByTestId('trace-2').getByRole('button').first().getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });
});

describe('no answer', () => {
  test('a search that takes long can be stopped, and asked again', async () => {
    await visit('#panel=trace');
    // The question never reaches the worker, as if it were busy for ever.
    await page.evaluate(() => {
      const send = MessagePort.prototype.postMessage;
      MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: unknown[]) {
        if (!JSON.stringify(message).includes('"trace"')) Reflect.apply(send, this, [message, ...rest]);
      };
      Object.assign(window, { release: () => Object.assign(MessagePort.prototype, { postMessage: send }) });
    });
    await choose('From', 'Mir Yar Baloch');
    await choose('To', 'China');
    await page.getByText('Searching', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('The search was stopped.').waitFor();
    await page.evaluate('release()');
    await page.getByRole('button', { name: 'Search again' }).click();
    await tellsAllHops(first(await answered()));
  });

  test('tells the conditions, and a press applies one change that gives one', async () => {
    await visit(NO_PATH);
    const none = page.getByTestId('no-path');
    await none.getByText(/^No path of at most 4 hops joins India and Baloch Liberation Army/u).waitFor();
    await none.getByText(/of other types/u).waitFor();
    await none.getByRole('button', { name: /^Walk relations of any type/u }).click();
    await answers().waitFor();
    expect(new URL(page.url()).hash).not.toContain('by-type');
  });

  test('conditions that contradict each other are told in sentences', async () => {
    await visit(`${ASKED}&since=2025&until=2019&avoid=${TO}`);
    const refusal = page.getByRole('alert');
    await refusal.getByText('Nothing can be since 2025 and until 2019 at once.').waitFor();
    await refusal.getByText(`${TO} is asked for and avoided at once.`).waitFor();
    expect(await violations(page)).toEqual([]);
    await chips().getByRole('button', { name: 'Take away: since 2025' }).click();
    await chips().getByRole('button', { name: 'Take away: not through China' }).click();
    await answers().waitFor();
  });
});

describe('the panel is accessible and fits', () => {
  test('two compared and an open editor, dark', async () => {
    await visit(`${ASKED}&beside=1&not-by-word-of=source:mu-lin-article`, { dark: true });
    await answers().waitFor();
    await page.getByText('What it rests on').click();
    expect(await violations(page)).toEqual([]);
    await chips().getByRole('button', { name: 'any time' }).click();
    await page.getByRole('dialog', { name: 'When' }).waitFor();
    await page.waitForTimeout(250);
    expect(await violations(page)).toEqual([]);
  });

  test('no path, at 360 px, light', async () => {
    await visit(NO_PATH, { width: 360, height: 740 });
    await page.getByRole('button', { name: 'Open the panels' }).click();
    await page.getByTestId('no-path').waitFor();
    const overflow = await page.evaluate(
      () =>
        [...document.querySelectorAll('[role="dialog"] *')].filter(
          (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
        ).length,
    );
    expect(overflow).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
