import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { launchBrowser, openPage, serve } from './browser.ts';

const folder = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;

let browser: Browser;
let bare: RunningServer;
let withDocuments: RunningServer;

beforeAll(async () => {
  const { result } = await readGraphFolder(folder('small-graph'));
  [browser, bare, withDocuments] = await Promise.all([
    launchBrowser(),
    serve(result),
    serve(result, folder('small-documents')),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([bare?.close(), withDocuments?.close()]);
});

test('documents that are served show each claim’s passage in place', async () => {
  const { page, complaints } = await openPage(browser, `${withDocuments.address}#sel=source:gazette`);
  const passages = page.getByTestId('passage');
  await passages.first().waitFor();
  const states = await passages.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-status')));
  expect(new Set(states)).toEqual(new Set(['exact']));
  await page.getByText('it had not closed the Old Bridge').first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a document that was edited is told apart: moved, changed and missing', async () => {
  const { page, complaints } = await openPage(browser, `${bare.address}#panel=sources&sel=source:gazette`);
  await page.getByTestId('counts').waitFor();
  expect(await page.getByTestId('passage').count()).toBe(0);
  const text = await readFile(`${folder('small-documents')}/gazette.txt`, 'utf8');
  const edited = `An editor's line.\n${text.replace('at least 40 cracks', 'some 50 cracks').replace(/Lowford and Highmere are twin towns\.\s*/u, '')}`;
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([{ name: 'gazette.txt', mimeType: 'text/plain', buffer: Buffer.from(edited) }]);
  await page.getByTestId('passage').first().waitFor();
  const states = await page
    .getByTestId('passage')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-status')));
  expect(new Set(states)).toEqual(new Set(['moved', 'changed', 'missing']));
  expect(await page.getByTestId('document-gazette').innerText()).toContain('matched by file name');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('documents dropped anywhere on the page are taken in', async () => {
  const { page, complaints } = await openPage(browser, `${bare.address}#sel=source:letter`);
  await page.getByTestId('source-inspector').waitFor();
  const text = await readFile(`${folder('small-documents')}/letter.txt`, 'utf8');
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'letter.txt', { type: 'text/plain' }));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.getByText('Drop the documents of the sources').waitFor();
  await page.getByText('Drop the documents of the sources').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByTestId('passage').first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a file that belongs to no source is named, not swallowed', async () => {
  const { page } = await openPage(browser, `${bare.address}#panel=sources`);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([{ name: 'shopping.txt', mimeType: 'text/plain', buffer: Buffer.from('Bread, milk and tea.') }]);
  await page.getByText(/No source of this graph matches shopping\.txt/u).waitFor();
  await page.context().close();
});
