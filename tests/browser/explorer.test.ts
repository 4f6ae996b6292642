import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { BundledExplorer } from './bundled-explorer.ts';

const explorer = new BundledExplorer();
let page: Page;

beforeEach(async () => {
  page = await explorer.visit();
});

/** Claims shown, claims that could be, and all that hides the difference, as the page counts them. */
async function counts(): Promise<{ shown: number; of: number; hidden: number }> {
  const text = (await page.getByTestId('counts').innerText()).replaceAll(/[\u2009\u202f]/gu, '');
  const [, shown, of] = /(\d+) of (\d+)/u.exec(text) ?? [];
  const hidden = [...text.matchAll(/(\d+) hidden/gu)].reduce((sum, [, n]) => sum + Number(n), 0);
  return { shown: Number(shown), of: Number(of), hidden };
}

async function openPanel(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name, exact: true }).click();
}

/** A point of the canvas where the pointer meets an entity or a relation, found by looking for it. */
async function findOnCanvas(kind: 'entity' | 'relation'): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId('graph').boundingBox();
  if (box === null) throw new Error('no canvas');
  for (let y = box.y + box.height * 0.3; y < box.y + box.height * 0.75; y += 9) {
    for (let x = box.x + box.width * 0.25; x < box.x + box.width * 0.75; x += 11) {
      await page.mouse.move(x, y);
      const pointing = await page.getByTestId('graph').getAttribute('data-pointer');
      if (pointing === null) continue;
      if ((await page.getByTestId('caption').isVisible()) === (kind === 'relation')) return { x, y };
    }
  }
  throw new Error(`no ${kind} under the pointer anywhere`);
}

describe('opening', () => {
  test('all relation claims are drawn and counted, none hidden', async () => {
    const relationClaims = explorer.graph.claims.filter((claim) => claim.object !== undefined).length;
    expect(await counts()).toEqual({ shown: relationClaims, of: relationClaims, hidden: 0 });
    expect(await page.getByTestId('legend').isVisible()).toBe(true);
  });

  test('the canvas shows a picture, not an empty page', async () => {
    await page.waitForTimeout(500);
    const box = await page.getByTestId('graph').boundingBox();
    const png = await page.screenshot({ ...(box === null ? {} : { clip: box }) });
    const colours = await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        const seen = new Set<number>();
        for (let i = 0; i < data.length; i += 4)
          seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
        return seen.size;
      },
      [...png],
    );
    expect(colours).toBeGreaterThan(200);
  });

  test('the layout is the same on every visit', async () => {
    await page.waitForTimeout(600);
    const first = await page.getByTestId('graph').screenshot();
    await page.reload();
    await page.getByTestId('counts').waitFor();
    await page.waitForTimeout(600);
    expect(Buffer.compare(first, await page.getByTestId('graph').screenshot())).toBe(0);
  });
});

describe('search', () => {
  test('one key opens it, a misspelt name finds the entity, Enter opens it', async () => {
    await page.keyboard.press('/');
    await page.getByLabel('Search', { exact: true }).fill('Balochstan Liberaton');
    await page
      .getByRole('button', { name: /^Baloch Liberation Army/u })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('entity-inspector').getByRole('heading', { name: 'Baloch Liberation Army' }).waitFor();
  });

  test('a relation is found by its words, with its verdict, and a figure by what is counted', async () => {
    await page.keyboard.press('/');
    const field = page.getByLabel('Search', { exact: true });
    await field.fill('India funds armed groups');
    await page.getByRole('button', { name: /funding Baloch armed groups.*disputed.*denied by India/u }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('relation-inspector').waitFor();
    const [figure] = (await explorer.base.figures({ disputed: true })).items;
    if (figure === undefined) throw new Error('no figure is in dispute');
    await page.keyboard.press('/');
    await field.fill(figure.title);
    // The list of disputes behind the palette holds the same title.
    await page.getByRole('dialog').getByRole('button', { name: figure.title }).first().click();
    await page.getByTestId('figure-inspector').waitFor();
  });

  test('the palette runs commands', async () => {
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search', { exact: true }).fill('table');
    await page.getByRole('button', { name: 'Show the table' }).click();
    await page.getByRole('table', { name: 'Relations' }).waitFor();
  });
});

describe('inspecting', () => {
  test('pressing an entity on the canvas opens it; pressing a relation opens its ledger', async () => {
    const entity = await findOnCanvas('entity');
    await page.mouse.click(entity.x, entity.y);
    await page.getByTestId('entity-inspector').waitFor();
    await page.keyboard.press('Escape');
    const relation = await findOnCanvas('relation');
    await page.mouse.click(relation.x, relation.y);
    await page.getByTestId('relation-inspector').waitFor();
  });

  test('dragging an entity moves it and opens nothing', async () => {
    const { x, y } = await findOnCanvas('entity');
    const before = await page.getByTestId('graph').screenshot();
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    await page.mouse.up();
    await page.waitForTimeout(200);
    expect(Buffer.compare(before, await page.getByTestId('graph').screenshot())).not.toBe(0);
    expect(await page.getByTestId('entity-inspector').count()).toBe(0);
  });

  test('a dispute shows both sides, who denies it, and the arithmetic of the verdict', async () => {
    const [dispute] = (await explorer.base.disputes({ disputeKinds: ['denial'] })).items;
    if (dispute?.relation === undefined) throw new Error('nothing is denied in the bundled graph');
    await page.getByTestId('disputes').getByRole('button', { name: dispute.title }).first().click();
    const inspector = page.getByTestId('relation-inspector');
    const relation = await explorer.base.relation(dispute.relation.id);
    await inspector
      .getByText(`For · ${relation.ledger.filter((view) => view.claim.stance === 'asserts').length}`)
      .waitFor();
    await inspector
      .getByText(`Against · ${relation.ledger.filter((view) => view.claim.stance !== 'asserts').length}`)
      .waitFor();
    await inspector.getByRole('button', { name: 'Why this verdict?' }).click();
    await inspector.getByText(`Rule ${relation.evidence.rule}:`).waitFor();
    for (const denier of relation.deniedBy) await inspector.getByText(denier).first().waitFor();
  });
});

describe('filters', () => {
  test('every filter hides claims and counts what it hides', async () => {
    const all = await counts();
    await openPanel('Filters');
    await page.locator('label').filter({ hasText: 'corroborated' }).click();
    await expect.poll(async () => (await counts()).hidden).toBeGreaterThan(0);
    const some = await counts();
    expect(some.shown + some.hidden).toBe(all.of);
    const expected = await explorer.base.picture({ filter: { verdicts: ['corroborated'] } });
    expect(some.shown).toBe(expected.counts.shown);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(counts).toEqual(all);
  });

  test('a source filter shows only that source’s claims and says so in the address', async () => {
    await openPanel('Filters');
    await page.getByRole('combobox', { name: 'Sources' }).click();
    await page.getByRole('option', { name: /Mu Lin/u }).click();
    const expected = explorer.graph.claims.filter(
      (claim) => claim.source === 'mu-lin-article' && claim.object !== undefined,
    ).length;
    await expect.poll(async () => (await counts()).shown).toBe(expected);
    expect(new URL(page.url()).hash).toContain('sources=mu-lin-article');
  });
});

describe('focus', () => {
  test('focus draws the neighbourhood, widens it by hops, and leaves it again', async () => {
    page = await explorer.visit('#sel=entity:mir-yar-baloch');
    await page.reload();
    await page.getByTestId('entity-inspector').getByRole('button', { name: 'Focus' }).click();
    await expect.poll(async () => (await counts()).hidden).toBeGreaterThan(0);
    const near = await counts();
    await page.getByRole('button', { name: /^Within 2 hops/u }).click();
    await expect.poll(async () => (await counts()).shown).toBeGreaterThan(near.shown);
    await page.getByRole('button', { name: 'Leave the focus and show the whole graph' }).click();
    await expect.poll(async () => (await counts()).hidden).toBe(0);
  });
});

describe('tracing', () => {
  test('two names give readable answers with attribution, drawn on the graph', async () => {
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'From' }).fill('India');
    await page
      .getByRole('option', { name: /^India/u })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'To' }).fill('BLA');
    await page
      .getByRole('option', { name: /Baloch Liberation Army/u })
      .first()
      .click();
    const answers = page.getByTestId('traces');
    await answers
      .getByText(/according to/u)
      .first()
      .waitFor();
    const [from, to] = ['india', 'bla'].map((id) => explorer.graph.entities.find((entity) => entity.id === id)?.id);
    if (from === undefined || to === undefined) throw new Error('India or the BLA is not in the graph');
    const { traces } = await explorer.base.trace(from, to, { k: 5 });
    for (const hop of traces[0]?.hops ?? []) await answers.getByText(hop.sentence).first().waitFor();
  });
});

describe('address and history', () => {
  test('a link shows the same view; back undoes and forward redoes', async () => {
    await page
      .getByTestId('disputes')
      .getByRole('button', { name: /India backs/u })
      .first()
      .click();
    const title = await page.getByTestId('relation-inspector').getByRole('heading').first().innerText();
    const link = page.url();
    const other = await explorer.openBeside(link);
    await expect
      .poll(() => other.page.getByTestId('relation-inspector').getByRole('heading').first().innerText())
      .toBe(title);
    await other.page.context().close();
    await page.keyboard.press('Control+z');
    await page.getByTestId('relation-inspector').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await page.getByTestId('relation-inspector').waitFor();
  });

  test('a link that was made on other data says so', async () => {
    const other = await explorer.openBeside('#stage=table&data=000000000000');
    await other.page.getByText('This link was made on other data').waitFor();
    await other.page.context().close();
  });

  test('a link that was tampered with opens the first view', async () => {
    const other = await explorer.openBeside('#sel=nonsense:x&panel=__proto__&focus=99:bla');
    await other.page.getByTestId('counts').waitFor();
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });
});

describe('table', () => {
  test('it holds every relation and entity that is drawn', async () => {
    const picture = await explorer.base.picture({ limit: 1500 });
    await page.keyboard.press('g');
    await expect
      .poll(() => page.getByRole('table', { name: 'Relations' }).getAttribute('aria-rowcount'))
      .toBe(String(picture.relations.length + 1));
    await page.getByText(`Entities ${picture.entities.length}`).click();
    await expect
      .poll(() => page.getByRole('table', { name: 'Entities' }).getAttribute('aria-rowcount'))
      .toBe(String(picture.entities.length + 1));
  });
});

describe('sorting the table', () => {
  test('a press on a heading sorts by it, a second one the other way round, and it is said which', async () => {
    await page.keyboard.press('g');
    const table = page.getByRole('table', { name: 'Relations' });
    const claims = table.getByRole('columnheader', { name: 'Claims' });
    expect(await table.getByRole('columnheader', { name: 'Subject' }).getAttribute('aria-sort')).toBe('ascending');
    await claims.getByRole('button').press('Enter');
    await expect.poll(() => claims.getAttribute('aria-sort')).toBe('ascending');
    await claims.getByRole('button').press('Enter');
    await expect.poll(() => claims.getAttribute('aria-sort')).toBe('descending');
    expect(await table.locator('th[aria-sort]').count()).toBe(1);
    const { relations } = await explorer.base.picture({ limit: 1500 });
    const most = relations.reduce((top, relation) => Math.max(top, relation.claims), 0);
    await expect.poll(() => table.locator('tr[aria-rowindex="2"] td').last().innerText()).toBe(String(most));
  });
});

describe('a small screen', () => {
  test('the first view says what is disputed most, and leads to all disputes and to a trace', async () => {
    const small = await explorer.openBeside('', { width: 360, height: 740 });
    const look = small.page.getByTestId('first-look');
    const [first] = (await explorer.base.disputes()).items;
    if (first === undefined) throw new Error('nothing is in dispute');
    await look.waitFor();
    // The strip takes room from the graph, which is drawn anew in what is left.
    await expect
      .poll(() =>
        small.page
          .locator('canvas')
          .first()
          .evaluate((canvas) => canvas.clientHeight - (canvas.parentElement?.clientHeight ?? 0)),
      )
      .toBe(0);
    await look.getByRole('button', { name: first.title }).click();
    await small.page.getByTestId('figure-inspector').waitFor();
    await small.page.keyboard.press('Escape');
    await look.getByRole('button', { name: /disputes/u }).click();
    await small.page.getByTestId('disputes').waitFor();
    await small.page.getByRole('button', { name: 'Close the panels' }).click();
    await look.getByRole('button', { name: 'Who is related how?' }).click();
    await small.page.getByRole('textbox', { name: 'From' }).waitFor();
    expect(small.complaints).toEqual([]);
    await small.page.context().close();
  });
});
