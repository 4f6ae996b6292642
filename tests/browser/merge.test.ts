import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { drop, focused, GEXF, type Given, SmallExplorer } from './small-explorer.ts';

const explorer = new SmallExplorer();

/** Merges a graph with the open one, in which the entities that are called alike are what is said of them. */
async function merge(page: Page, given: Given, key: 's' | 'n' | 'u'): Promise<void> {
  await drop(page, given);
  await page.getByTestId('import-counts').waitFor();
  await page.getByLabel('Merge the two').check();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  await page.getByTestId('pair').filter({ hasText: 'Harbour Trust' }).getByRole('radio').first().focus();
  await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Merge and open' }).click();
  await page.getByText('Two towns and a bridge + Imported from people.gexf').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a graph is merged with the open one; the entity that was matched is separated again', async () => {
  const { page, complaints, close } = await explorer.open();
  await drop(page, ['people.gexf', GEXF]);
  await page.getByTestId('import-counts').waitFor();
  await page.getByLabel('Merge the two').check();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  const pair = page.getByTestId('pair').filter({ hasText: 'Harbour Trust' });
  await pair.getByText('same name').waitFor();
  expect(await pair.getByText('different kinds').count()).toBe(1);
  await pair.getByRole('radio', { name: 'Unsure' }).focus();
  await page.keyboard.press('s');
  expect(await pair.getByRole('radio', { name: 'Same', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Merge and open' }).click();
  await page.getByText('Two towns and a bridge + Imported from people.gexf').waitFor();
  await page.getByTestId('counts').getByText('8 of 8').waitFor();
  // The texts of the graph that is now a part of it are at hand as before.
  const passageIn = async (hash: string): Promise<boolean> => {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    return page.getByTestId('passage').first().isVisible();
  };
  await expect.poll(() => passageIn('#sel=source:gazette')).toBe(true);
  await page.getByTestId('counts').click();
  await page.keyboard.press('o');
  await page.getByRole('button', { name: /^Separate again: Harbour Trust/u }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByTestId('counts').getByText('8 of 8').waitFor();
  // The entity that was taken into another is one of the graph's own again, as soon as that is open.
  const apart = async (): Promise<boolean> => {
    await page.evaluate(() => {
      window.location.hash = '#sel=entity:n2';
    });
    return page.getByTestId('entity-inspector').getByRole('heading', { name: 'Harbour Trust' }).isVisible();
  };
  await expect.poll(apart).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('a graph that was made here is not replaced unasked, and can be saved first', async () => {
  const { page, complaints, close } = await explorer.open();
  await merge(page, ['people.gexf', GEXF], 's');
  const saved = page.waitForEvent('download');
  await drop(page, ['other.json', JSON.stringify({ ...explorer.graph, title: 'Another graph' })]);
  await page.getByRole('region', { name: 'other.json' }).waitFor();
  await page.getByText('It was made on this page').waitFor();
  await page.getByText('Two towns and a bridge + Imported from people.gexf', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Save it first' }).click();
  const document = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(document).toMatchObject({
    format: 'ascribe-graph',
    title: 'Two towns and a bridge + Imported from people.gexf',
  });
  await page.getByText('It was made on this page').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByText('Another graph', { exact: true }).waitFor();
  // That one is on a disk as it is: the next takes its place at once.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await drop(page, ['third.json', JSON.stringify({ ...explorer.graph, title: 'A third graph' })]);
  await page.getByText('A third graph', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a graph that was made here is saved by an export that keeps all of it, and by no other', async () => {
  const { page, complaints, close } = await explorer.open();
  await merge(page, ['people.gexf', GEXF], 's');
  const save = async (format: RegExp, what: string): Promise<void> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('radio', { name: what }).check();
    await page.getByRole('radio', { name: format }).check();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save /u }).click();
    await saved;
    await page.getByRole('button', { name: 'Close the export' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const other = ['other.json', JSON.stringify({ ...explorer.graph, title: 'Another graph' })] as const;
  await save(/^GEXF/u, 'The whole graph');
  await drop(page, other);
  await page.getByText('It was made on this page').waitFor();
  await page.getByRole('button', { name: 'Close the import' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await save(/^Graph document/u, 'The whole graph');
  await drop(page, other);
  await page.getByText('Another graph', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('what nobody was sure of is judged later, from the entity itself', async () => {
  const { page, complaints, close } = await explorer.open();
  await merge(page, ['people.gexf', GEXF], 'u');
  const go = (hash: string): Promise<void> =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
  await go('#sel=entity:n2');
  const same = page.getByTestId('same-as');
  await same.getByText('Perhaps the same as').waitFor();
  expect(await page.getByTestId('entity-inspector').innerText()).not.toContain('unsure-same-as');
  expect(await violations(page)).toEqual([]);
  await same.getByRole('button', { name: /^Judge again/u }).click();
  await page.getByTestId('pair').getByText('same name').waitFor();
  await expect.poll(() => focused(page)).toBe('Are Harbour Trust and Harbour Trust the same?');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Make them one' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The one that it is now is shown, and can be made two again.
  await same.getByText('Joined with').waitFor();
  expect(await same.getByText('Perhaps the same as').count()).toBe(0);
  expect(await page.getByTestId('entity-inspector').innerText()).not.toContain('merged-');
  await same.getByRole('button', { name: /^Separate again/u }).click();
  await page.getByTestId('merged').getByText('Harbour Trust').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('entities that are equal in two files are told before they become one', async () => {
  const { page, complaints, close } = await explorer.open();
  await drop(page, ['one.gexf', GEXF], ['two.gexf', GEXF.replace('Ann Lee', 'Zoe Other')]);
  await page.getByTestId('import-counts').first().waitFor();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  const equal = page.getByTestId('equal-records');
  await equal.getByText('1 entity has the same id and the same content').waitFor();
  await equal.getByText('Which entities').click();
  await equal.getByText('Harbour Trust').waitFor();
  await page.getByText('1 pair may be the same. Of these, only those you call the same become one').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
