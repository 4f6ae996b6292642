import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { changedWeights } from '../../src/evidence/weight-changes.ts';
import { VERDICT_WORDS, verdictNumber } from '../../src/knowledge/words.ts';
import { BundledExplorer } from './bundled-explorer.ts';

const explorer = new BundledExplorer();
let page: Page;

async function visit(fragment: string): Promise<void> {
  page = await explorer.visit(fragment);
}

const PAKISTAN = { kind: 'speaker', id: 'pakistan' } as const;
const INDIA = { kind: 'speaker', id: 'india' } as const;

describe('the dispute desk', () => {
  test('lists every dispute, most contested first, and narrows it by kind', async () => {
    await visit('');
    const { items } = await explorer.base.disputes();
    const rows = page.getByTestId('disputes').locator(':scope > li');
    await expect.poll(() => rows.count()).toBe(items.length);
    for (const [i, dispute] of items.entries()) expect(await rows.nth(i).innerText()).toContain(dispute.title);
    const figures = items.filter((dispute) => dispute.kind === 'figure');
    await page.getByText(/^Figure\s*\d+$/u).click();
    await expect.poll(() => rows.count()).toBe(figures.length);
    expect(page.url()).toContain('dispute=figure');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows.count()).toBe(items.length);
  });

  test('the matrix has a row for each origin and a column for each disputed relation', async () => {
    await visit('#stage=matrix');
    const { columns, rows } = await explorer.base.matrix();
    const table = page.getByTestId('matrix').getByRole('table');
    for (const { relation } of columns) await table.getByText(relation.proposition, { exact: true }).first().waitFor();
    // A title that is cut is whole for whoever hears it.
    for (const row of rows) await table.getByRole('rowheader', { name: row.label }).first().waitFor();
    const [first] = columns;
    if (first === undefined) throw new Error('no relation is in dispute');
    await table.getByRole('button', { name: first.relation.proposition }).first().click();
    await page.getByTestId('relation-inspector').waitFor();
  });
});

describe('why this verdict', () => {
  test('a denial of the broader is in the ledger of the narrower, and its origin in the arithmetic', async () => {
    await visit('#sel=relation:india~accused-of-funding~baloch-armed-groups');
    const inspector = page.getByTestId('relation-inspector');
    await inspector.getByText('denied by India').first().waitFor();
    await inspector.getByRole('button', { name: 'Why this verdict?' }).click();
    const relation = (await explorer.base.picture({})).relations.find(
      ({ id }) => String(id) === 'india~accused-of-funding~baloch-armed-groups',
    );
    if (relation === undefined) throw new Error('the relation is not there');
    const { evidence } = await explorer.base.relation(relation.id);
    await inspector.getByText(`Rule ${evidence.rule}:`).waitFor();
    for (const { origin } of evidence.origins) await inspector.getByText(origin.label).first().waitFor();
  });
});

describe('contested figures', () => {
  test('each speaker has a row with the value in words; the figure opens with what cannot hold together', async () => {
    await visit('#panel=figures');
    const { items } = await explorer.base.figures({ disputed: true });
    const [figure] = items.filter((one) => one.rows.length > 1);
    if (figure === undefined) throw new Error('no figure has two values');
    const list = page.getByTestId('figures');
    for (const row of figure.rows) for (const name of row.speakers) await list.getByText(name).first().waitFor();
    await visitFigure(figure.id);
    const inspector = page.getByTestId('figure-inspector');
    await inspector.getByText('Cannot both hold').first().waitFor();
    for (const { id } of figure.compareWith.slice(0, 2)) {
      const other = await explorer.base.figure(id);
      if (other.of !== undefined) await inspector.getByText(other.of).first().waitFor();
    }
  });

  async function visitFigure(id: string): Promise<void> {
    await page.context().close();
    await visit(`#panel=figures&sel=figure:${encodeURIComponent(id)}`);
  }
});

describe('two tellings', () => {
  test('contradictions stand in the middle, and the graph is drawn by who says what', async () => {
    await visit('#panel=compare&stage=compare&p=speaker:pakistan&q=speaker:india');
    const { relations } = await explorer.base.compare([PAKISTAN], [INDIA]);
    const stage = page.getByTestId('compare-stage');
    const contradictions = relations.filter((one) => one.outcome === 'contradict');
    expect(contradictions.length).toBeGreaterThan(0);
    for (const { relation } of contradictions) await stage.getByText(relation.proposition).first().waitFor();
    await page.getByText('On the graph').click();
    await page.getByTestId('overlay-legend').waitFor();
  });
});

describe('leaving out', () => {
  test('what collapses, weakens and rises is counted as the rules count it, and taken back by undo', async () => {
    await visit('#panel=leave-out&without=source:mu-lin-article');
    const source = (await explorer.base.about()).sources.find(({ id }) => String(id) === 'mu-lin-article');
    if (source === undefined) throw new Error('the article is not there');
    const voice = { kind: 'source', id: source.id } as const;
    const { counts, claims } = await explorer.base.without([voice]);
    const panel = page.getByRole('navigation', { name: 'Questions to the graph' });
    await panel.getByText(`${claims} claims are left out`).waitFor();
    for (const change of ['collapses', 'weakens', 'rises', 'holds'] as const) {
      await panel
        .getByRole('button', { name: new RegExp(`${change}[\\s\\S]*${counts[change]}`, 'u') })
        .first()
        .waitFor();
    }
    await page.getByTestId('overlay-legend').waitFor();
    await panel.getByRole('checkbox', { name: new RegExp(source.title, 'u') }).click();
    await page.getByTestId('overlay-legend').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('without=');
    await page.keyboard.press('Control+z');
    await page.getByTestId('overlay-legend').waitFor();
  });
});

describe('the inspector beside what is left out', () => {
  test('the verdict without them stands beside the one with all claims, as the panel has it', async () => {
    const id = 'india~accused-of-funding~baloch-armed-groups';
    await visit(`#panel=leave-out&without=speaker:india&sel=relation:${id}`);
    const { changes } = await explorer.base.without([INDIA]);
    const change = changes.find(({ relation }) => String(relation.id) === id);
    if (change === undefined) throw new Error('leaving India out does not bear on it');
    expect(change.after.verdict).not.toBe(change.before.verdict);
    const inspector = page.getByTestId('relation-inspector');
    await inspector.getByText(VERDICT_WORDS[change.before.verdict], { exact: true }).first().waitFor();
    const beside = inspector.getByTestId('without-them');
    await beside.getByText('Without India').waitFor();
    await beside.getByText(VERDICT_WORDS[change.after.verdict], { exact: true }).waitFor();
    await beside
      .getByText(verdictNumber(change.after.verdict, change.after.belief, change.after.disbelief), { exact: true })
      .waitFor();
    // Where a side has nothing left, no "0 %" stands for it.
    await page.getByTestId('what-changes').getByText('nothing left').first().waitFor();
    expect(await page.getByTestId('what-changes').getByText('0 %', { exact: true }).count()).toBe(0);
  });

  test('an entity shows what is disputed of it first, then relations by verdict, then figures', async () => {
    await visit('#sel=entity:baloch-armed-groups');
    const inspector = page.getByTestId('entity-inspector');
    const { items } = await explorer.base.disputes();
    const [own] = items.filter(({ entities }) => entities.some(({ id }) => String(id) === 'baloch-armed-groups'));
    if (own === undefined) throw new Error('nothing is disputed of the armed groups');
    await inspector.getByRole('region', { name: 'Disputes' }).getByText(own.title).waitFor();
    const tops = await Promise.all(
      [
        inspector.getByRole('region', { name: 'Disputes' }),
        inspector.getByRole('region', { name: 'Relations', exact: true }),
        inspector.getByRole('button', { name: /^Figures/u }),
      ].map(async (part) => (await part.boundingBox())?.y ?? Number.NaN),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });
});

describe('other weights', () => {
  test('a change weighs everything anew, says which verdicts moved, and travels in the link', async () => {
    await visit('#panel=weights');
    const field = page.getByRole('textbox', { name: /: F\b/u });
    await field.fill('0.05');
    await field.blur();
    await expect.poll(() => decodeURIComponent(page.url())).toContain('F=0.05');
    const moved = await explorer.base.movedBy(changedWeights({ F: 0.05 }));
    expect(moved.length).toBeGreaterThan(0);
    await page
      .getByText(new RegExp(`${moved.length}\\s+verdicts moved`, 'u'))
      .first()
      .waitFor();
    const link = page.url();
    await visit(new URL(link).hash);
    await page.getByText('1 with F=0.05').first().waitFor();
    await page
      .getByRole('button', { name: /default/iu })
      .first()
      .click();
    await expect.poll(() => page.url()).not.toContain('F=0.05');
  });
});
