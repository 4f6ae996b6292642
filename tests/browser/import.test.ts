import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { drop, focused, GEXF, type Given, SmallExplorer } from './small-explorer.ts';

const explorer = new SmallExplorer();

const EDGES = `from,to,relation,said by,polarity
Ann Lee,Ben,pays,The Post,yes
Ben,Cy,knows,The Gazette,no
`;

test('a table is looked at, its columns are given a meaning, and its claims are those that were shown', async () => {
  const { page, complaints, close } = await explorer.open();
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

test('a hostile file gives findings with their place, and bad records are left out only when asked', async () => {
  const { page, complaints, close } = await explorer.open();
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
  const { page, close } = await explorer.open();
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
  const { page, complaints, close } = await explorer.open();
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
  await paste(JSON.stringify({ ...explorer.graph, title: 'A pasted graph' }));
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
  const { page, complaints, close } = await explorer.open();
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
  const { page, complaints, close } = await explorer.open();
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

test('an import in which somebody has worked is not closed unasked', async () => {
  const { page, complaints, close } = await explorer.open();
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

test('what the file says besides is shown of entities, claims and sources, long values in part', async () => {
  const { page, complaints, close } = await explorer.open();
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
  const { page, complaints, close } = await explorer.open();
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

test('an event table has no columns to map', async () => {
  const { page, complaints, close } = await explorer.open();
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
  const { page, complaints, close } = await explorer.open();
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
  const { page, close } = await explorer.open({ width, height: 800, dark });
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
