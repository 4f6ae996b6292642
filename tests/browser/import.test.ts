import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { violations } from './axe.ts';
import { launchBrowser, openPage, serve } from './browser.ts';

let browser: Browser;
let server: RunningServer;
/** The graph that is served. */
let small: object;

beforeAll(async () => {
  const folder = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;
  const { result } = await readGraphFolder(folder('small-graph'));
  small = result.graph ?? {};
  [browser, server] = await Promise.all([launchBrowser(), serve(result, folder('small-documents'))]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const GEXF = `<?xml version="1.0"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
  <nodes><node id="n1" label="Ann Lee"/><node id="n2" label="Harbour Trust"/></nodes>
  <edges><edge id="e1" source="n1" target="n2" kind="advises"/></edges>
</graph></gexf>`;

const EDGES = `from,to,relation,said by,polarity
Ann Lee,Ben,pays,The Post,yes
Ben,Cy,knows,The Gazette,no
`;

/** A text, or bytes. */
type Given = readonly [name: string, content: string | readonly number[]];

async function drop(page: Page, ...files: readonly Given[]): Promise<void> {
  const dropped = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, content] of given) {
      const bits = typeof content === 'string' ? content : new Uint8Array(content);
      transfer.items.add(new File([bits], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.getByTestId('drop-sheet').dispatchEvent('drop', { dataTransfer: dropped });
}

/** What has the focus: its label, or its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const label = at?.closest('[role="radiogroup"]')?.getAttribute('aria-labelledby') ?? '';
    const group = label === '' ? undefined : document.getElementById(label)?.textContent;
    return (
      group ?? at?.getAttribute('aria-label') ?? at?.tagName.replace(/^(?!BODY|TEXTAREA).*/u, at.textContent) ?? ''
    );
  });
}

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

async function opened(options: Parameters<typeof openPage>[2] = {}) {
  const { page, complaints } = await openPage(browser, server.address, options);
  await page.getByTestId('counts').waitFor();
  return { page, complaints, close: () => page.context().close() };
}

test('a table is looked at, its columns are given a meaning, and its claims are those that were shown', async () => {
  const { page, complaints, close } = await opened();
  await drop(page, ['edges.csv', EDGES]);
  await page.getByTestId('import-counts').getByText('2 claims').waitFor();
  // Nothing is guessed in silence: as long as nobody says so, both claims assert. The button tells of the guesses.
  expect(await page.getByTestId('import-counts').innerText()).not.toContain('denies');
  await page.getByRole('button', { name: /What the columns mean · \d+ guesses/u }).waitFor();
  // The warning of the denial has no line to be written into a file, but takes the guess with one press.
  expect(await page.getByTestId('import-findings').innerText()).not.toContain('put into the mapping');
  await page.getByRole('button', { name: 'Use “polarity” as stance' }).click();
  await page.getByTestId('import-counts').getByText('1 denies').waitFor();
  // Whoever looks at another format finds what they told when they come back.
  const format = page.getByLabel('Format');
  await format.selectOption('acled');
  await page.getByText('Columns of ACLED').waitFor();
  await format.selectOption('edge-list');
  await page.getByTestId('import-counts').getByText('1 denies').waitFor();
  await page.getByRole('button', { name: 'What the columns mean' }).click();
  expect(await page.getByLabel('Stance').inputValue()).toBe('polarity');
  expect(await page.getByLabel('“no” means').inputValue()).toBe('denies');
  await page.getByTestId('import-item').getByLabel('Speaker').selectOption('said by');
  await page.getByTestId('import-counts').getByText('1 denies').waitFor();
  await page.getByTestId('import-samples').getByText('denies: The Gazette').waitFor();
  // The mapping is kept as a file, and taken back from it.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save this mapping' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({
    version: 1,
    edge: { speaker: 'said by', stance: { attribute: 'polarity', denies: ['no'] } },
  });
  const load = (text: string): Promise<void> =>
    page
      .getByRole('dialog')
      .locator('input[type="file"]')
      .last()
      .setInputFiles([{ name: 'mapping.json', mimeType: 'application/json', buffer: Buffer.from(text) }]);
  await load('{"version": 1}');
  await expect.poll(() => page.getByTestId('import-counts').innerText()).not.toContain('denies');
  await load('{"version": 2}');
  await page.getByText('mapping.json is no mapping: version').waitFor();
  await load(saved);
  await page.getByTestId('import-counts').getByText('1 denies').waitFor();
  // The open graph is as it was until now.
  await page.getByText('Two towns and a bridge', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByTestId('counts').getByText('2 of 2').waitFor();
  await page.getByRole('button', { name: 'Sources' }).click();
  await page.getByText('Imported from edges.csv').last().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a graph is merged with the open one; the entity that was matched is separated again', async () => {
  const { page, complaints, close } = await opened();
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

test('a hostile file gives findings with their place, and bad records are left out only when asked', async () => {
  const { page, complaints, close } = await opened();
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY l "lol">]><graphml><graph><node id="&l;"/></graph></graphml>';
  await drop(page, ['bomb.graphml', bomb], ['bad.csv', 'from,to\n<img src=x onerror=alert(1)>,b\n,c\n']);
  await page.getByText('entity definitions are refused').waitFor();
  await page.getByText('bad.csv:3').waitFor();
  const next = page.getByRole('button', { name: 'Next: who is the same?' });
  expect(await next.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Leave out bomb.graphml' }).click();
  await page.getByLabel('Leave bad records out').check();
  await page.getByText('1 bad record is left out.').waitFor();
  await page.getByTestId('import-samples').getByText('<img src=x onerror=alert(1)>').first().waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Open', exact: true }).isEnabled()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('a large file tells how far it is read, and can be stopped', async () => {
  const { page, close } = await opened();
  await page.getByRole('button', { name: 'Open or import' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  const dropped = await page.evaluateHandle(() => {
    const row = 'somebody,somebody else,words that fill the row and nothing besides\n';
    const transfer = new DataTransfer();
    transfer.items.add(new File([`from,to,note\n${row.repeat(800_000)}`], 'large.csv'));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.getByTestId('drop-sheet').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText(/ MB of 5\d MB/u).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Reading was stopped.').waitFor();
  // What is closed leaves no worker behind but that of the open graph.
  await page.getByRole('button', { name: 'Close the import' }).click();
  const workers = () => page.workers().filter((worker) => worker.url().includes('/knowledge.worker-')).length;
  await expect.poll(workers).toBe(1);
  await page.getByText('Two towns and a bridge', { exact: true }).waitFor();
  await close();
});

test('a text that is pasted on the page is looked at', async () => {
  const { page, complaints, close } = await opened();
  const paste = (given: string): Promise<void> =>
    page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, given);
  await paste('Some words that are no graph.');
  const refusal = page.getByText('Nothing to be done with the pasted text');
  await refusal.waitFor();
  // What was told of the one before does not stay beside the graph that is opened next.
  await paste(JSON.stringify({ ...small, title: 'A pasted graph' }));
  await page.getByText('A pasted graph', { exact: true }).waitFor();
  await refusal.waitFor({ state: 'detached', timeout: 5000 });
  await paste(EDGES.replaceAll(',', '\t'));
  await page.getByRole('region', { name: 'pasted.tsv' }).getByText('2 claims').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('A pasted graph', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

const ACTORS = `id,actor_a,actor_b,polarity
1,Ann Lee,Ben,yes
2,Ben,Cy,no
`;

test('the form in which the ends are named stays open, and a value can be said to assert', async () => {
  const { page, complaints, close } = await opened();
  await drop(page, ['actors.csv', ACTORS]);
  const form = page.getByRole('button', { name: 'What the columns mean' });
  await page.getByText('No two columns are known as the ends').waitFor();
  await expect.poll(() => form.getAttribute('aria-expanded')).toBe('true');
  // What is missing are no bad records: leaving them out would change nothing.
  expect(await page.getByLabel('Leave bad records out').count()).toBe(0);
  await page.getByLabel('From', { exact: true }).selectOption('actor_a');
  await page.getByText('It is not told which column holds the other end of a connection, “to”').waitFor();
  await page.getByLabel('To', { exact: true }).focus();
  await page.getByLabel('To', { exact: true }).selectOption('actor_b');
  await page.getByTestId('import-counts').getByText('2 claims').waitFor();
  expect(await form.getAttribute('aria-expanded')).toBe('true');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await page.getByLabel('Stance').selectOption('polarity');
  const warning = page.getByText('The mapping does not say which stance this value means').first();
  await warning.waitFor();
  await page.getByLabel('“yes” means').selectOption('asserts');
  await page.getByLabel('“no” means').selectOption('denies');
  await warning.waitFor({ state: 'detached' });
  await form.click();
  expect(await form.getAttribute('aria-expanded')).toBe('false');
  expect(complaints).toEqual([]);
  await close();
});

test('by keys alone a text is given, looked at and matched: the focus never falls out of the dialog', async () => {
  const { page, complaints, close } = await opened();
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'Type or paste a text here' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('TEXTAREA');
  await page.keyboard.insertText('from,to,relation\nHarbour Trust,Zed,pays\nAda Marsh,Zed,knows\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('import-counts').waitFor();
  await expect.poll(() => focused(page)).toBe('pasted.txt');
  await page.getByLabel('Merge the two').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Next: who is the same?' }).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('pair').first().waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Are .* the same\?$/u);
  await page.getByText('2 pairs may be the same').waitFor();
  expect(await page.getByText('2 pairs may be the same').isVisible()).toBe(true);
  await page.keyboard.press('n');
  await page.keyboard.press('u');
  await page.getByText('2 decided').waitFor();
  // A slip is taken back: the pair is as if nobody had decided it.
  await page.keyboard.press('Backspace');
  await page.getByText('1 decided').waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Are .* the same\?$/u);
  await page.getByRole('button', { name: /^Take back what was decided of/u }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('0 decided').waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Are .* the same\?$/u);
  await page.keyboard.press('n');
  // Back goes to the step before, and leaves neither the dialog nor the page.
  await page.goBack();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  await page.getByText('1 decided').waitFor();
  await page.getByRole('button', { name: 'Back to the files' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Next: who is the same?');
  await page.getByRole('button', { name: 'Leave out pasted.txt' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Choose files');
  expect(complaints).toEqual([]);
  await close();
});

test('a graph that was made here is not replaced unasked, and can be saved first', async () => {
  const { page, complaints, close } = await opened();
  await merge(page, ['people.gexf', GEXF], 's');
  const saved = page.waitForEvent('download');
  await drop(page, ['other.json', JSON.stringify({ ...small, title: 'Another graph' })]);
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
  await drop(page, ['third.json', JSON.stringify({ ...small, title: 'A third graph' })]);
  await page.getByText('A third graph', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a graph that was made here is saved by an export that keeps all of it, and by no other', async () => {
  const { page, complaints, close } = await opened();
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
  const other = ['other.json', JSON.stringify({ ...small, title: 'Another graph' })] as const;
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

test('an import in which somebody has worked is not closed unasked', async () => {
  const { page, complaints, close } = await opened();
  await drop(page, ['actors.csv', ACTORS]);
  const from = page.getByLabel('From', { exact: true });
  await from.selectOption('actor_a');
  const question = page.getByRole('dialog', { name: 'Close the import?' });
  await page.keyboard.press('Escape');
  await question.getByText('What you told of the columns of actors.csv is lost then.').waitFor();
  await expect.poll(() => focused(page)).toBe('Stay here');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await from.inputValue()).toBe('actor_a');
  // Back asks the same, and once more Back stays.
  await page.goBack();
  await question.waitFor();
  await page.goBack();
  await question.waitFor({ state: 'detached' });
  expect(await from.inputValue()).toBe('actor_a');
  // The browser asks before the page is loaded anew.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => window.location.reload(), 0));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await from.inputValue()).toBe('actor_a');
  await page.getByRole('button', { name: 'Close the import' }).click();
  await question.getByRole('button', { name: 'Close it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Nothing of it is left when it is opened again, and nothing is asked.
  await drop(page, ['people.gexf', GEXF]);
  await page.getByTestId('import-counts').waitFor();
  // What is told of the format is for whoever reads it, not for whoever exports to it.
  await page.getByText('Each edge becomes a claim of the file').waitFor();
  expect(await page.getByText('Filter by stance first').count()).toBe(0);
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The page is where it was: undo and redo know nothing of the dialog.
  await page.getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => page.url()).not.toContain('panel=sources');
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Redo' }).isEnabled()).toBe(true);
  await page.keyboard.press('o');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The dialog made an entry of its own, and what was ahead is gone.
  expect(await page.getByRole('button', { name: 'Redo' }).isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('what nobody was sure of is judged later, from the entity itself', async () => {
  const { page, complaints, close } = await opened();
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

test('what the file says besides is shown of entities, claims and sources, long values in part', async () => {
  const { page, complaints, close } = await opened();
  const long = 'Said at length. '.repeat(40).trim();
  await drop(page, ['edges.csv', `from,to,grade,remark,a,b,c\nAnn Lee,Ben,"<b>3</b>",${long},1,2,3\n`]);
  await page.getByTestId('import-counts').waitFor();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByTestId('counts').getByText('1 of 1').waitFor();
  await page.getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: /^Imported from edges\.csv/u }).click();
  const attributes = page.getByTestId('source-inspector').locator('article').getByTestId('attributes');
  await attributes.getByText('5 attributes of the file').press('Enter');
  await attributes.getByText('<b>3</b>', { exact: true }).waitFor();
  expect(await attributes.innerText()).not.toContain(long);
  expect(await violations(page)).toEqual([]);
  await attributes.getByRole('button', { name: 'Show all 639 characters' }).click();
  expect(await attributes.innerText()).toContain(long);
  // When it was imported is an attribute of the source.
  await page.getByTestId('source-inspector').getByText('imported', { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('files that hold nothing to read are told by what they are, and keep nothing else from being opened', async () => {
  const { page, complaints, close } = await opened();
  const book: Given = ['book.xlsx', [0x50, 0x4b, 0x03, 0x04]];
  await drop(page, book, ['empty.csv', '']);
  await page.getByText('book.xlsx is an Excel workbook. Save each sheet as CSV (UTF-8), and give these.').waitFor();
  await page.getByText('empty.csv is empty').waitFor();
  expect(await page.getByText('documents at hand').count()).toBe(0);
  await drop(page, book, ['edges.csv', EDGES]);
  const refused = page.getByRole('region', { name: 'book.xlsx' }).getByText('What is opened is opened without it');
  await refused.waitFor();
  // Colours are judged of what is in sight.
  await refused.scrollIntoViewIfNeeded();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByTestId('counts').getByText('2 of 2').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('entities that are equal in two files are told before they become one, and an event table has no columns to map', async () => {
  const { page, complaints, close } = await opened();
  await drop(page, ['one.gexf', GEXF], ['two.gexf', GEXF.replace('Ann Lee', 'Zoe Other')]);
  await page.getByTestId('import-counts').first().waitFor();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  const equal = page.getByTestId('equal-records');
  await equal.getByText('1 entity has the same id and the same content').waitFor();
  await equal.getByText('Which entities').click();
  await equal.getByText('Harbour Trust').waitFor();
  await page.getByText('1 pair may be the same. Of these, only those you call the same become one').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: 'Leave out one.gexf' }).click();
  await page.getByRole('button', { name: 'Leave out two.gexf' }).click();
  await drop(page, [
    'acled.csv',
    'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,location,fatalities,polarity\n' +
      'PAK1,01 January 2024,2024,1,Battles,Armed clash,Ann Lee,Pakistan,Quetta,3,no\n',
  ]);
  await page.getByTestId('import-counts').waitFor();
  // Its claims are made by rules of their own: what one column were taken for would hold of the first of a row alone.
  await page.getByRole('button', { name: /^What the (source is|columns mean)/u }).click();
  await page.getByText('Which claims a record becomes is fixed by its format').waitFor();
  expect(await page.getByTestId('import-item').getByLabel('Stance').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('the search opens the import, too', async () => {
  const { page, complaints, close } = await opened();
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Search' }).fill('import');
  await page.getByText('Open or import …').click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  [1440, false],
  [360, true],
] as const)('axe-core finds nothing at %d px, dark: %s', async (width, dark) => {
  const { page, close } = await opened({ width, height: 800, dark });
  await drop(
    page,
    ['edges.csv', `${EDGES},x,,,\n`],
    ['people.gexf', GEXF.replace('n2" label="Harbour Trust', 'n2" label="Ben')],
  );
  await page.getByTestId('import-findings').waitFor();
  await page.getByRole('button', { name: 'What the columns mean' }).first().click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.getByLabel('Leave bad records out').check();
  await page.getByRole('button', { name: 'Next: who is the same?' }).click();
  await page.getByTestId('pair').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await close();
});
