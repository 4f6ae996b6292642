import { describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { BundledExplorer } from './bundled-explorer.ts';

const explorer = new BundledExplorer();

const VIEWS = [
  ['the first view', ''],
  ['an entity', '#sel=entity:bla'],
  ['a dispute', '#sel=relation:india~accused-of-funding~baloch-armed-groups'],
  ['the table', '#stage=table'],
  ['a trace', '#panel=trace&from=india&to=bla'],
  ['the filters', '#panel=filters'],
  ['the sources', '#panel=sources&sel=source:rferl-explainer'],
  ['the matrix of disputes', '#stage=matrix'],
  ['a figure', '#panel=figures&sel=figure:balochistan-coordinated-attacks-01-31~killed~BLA%20fighters~'],
  ['two tellings in columns', '#panel=compare&stage=compare&p=speaker:pakistan&q=speaker:india'],
  ['two tellings on the graph', '#panel=compare&p=source:mu-lin-article&q=source:rferl-explainer'],
  ['somebody left out', '#panel=leave-out&without=source:mu-lin-article'],
  ['the weights', '#panel=weights&weights=1%20with%20A%3D0.8,F%3D0.05'],
] as const;

describe.each(['light', 'dark'] as const)('axe-core finds nothing, %s', (scheme) => {
  test.each(VIEWS)('%s', async (_, hash) => {
    const page = await explorer.visit(hash, { dark: scheme === 'dark' });
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
  });
});

describe('sizes', () => {
  test.each([
    [360, 740],
    [768, 1024],
    [3840, 2160],
  ])('nothing runs out of the page at %d × %d', async (width, height) => {
    const page = await explorer.visit('', { width, height });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('at 360 px the panels and the inspector open as sheets', async () => {
    const page = await explorer.visit('', { width: 360, height: 740 });
    await page.getByRole('button', { name: 'Open the panels' }).click();
    await page.getByTestId('disputes').getByRole('button').first().click();
    await page.getByTestId('figure-inspector').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('figure-inspector').waitFor({ state: 'detached' });
  });
});

test('the keyboard alone reaches search, panels, a dispute and its arithmetic', async () => {
  const page = await explorer.visit('#dispute=denial');
  const reached = new Set<string>();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    );
    if (await page.evaluate(() => document.activeElement?.closest('[data-testid="disputes"]') !== null)) break;
  }
  expect([...reached].some((name) => name.startsWith('Search'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByTestId('relation-inspector').waitFor();
});

test.each(['light', 'dark'] as const)(
  'colours that differ by scheme are there in the built page, %s',
  async (scheme) => {
    const page = await explorer.visit('', { dark: scheme === 'dark' });
    const background = await page
      .getByRole('navigation', { name: 'Panels' })
      .evaluate((rail) => getComputedStyle(rail).backgroundColor);
    expect(background).not.toMatch(/transparent|rgba\(0, 0, 0, 0\)/u);
  },
);
