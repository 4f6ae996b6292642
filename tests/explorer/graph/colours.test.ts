import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../src/evidence/verdict.ts';
import { channels, GRAPH_COLOURS, lineOf, mixed, withAlpha } from '../../../src/explorer/graph/graph-colours.ts';
import {
  kindColour,
  NODE_STATES,
  nodePicture,
  PICTURE_KINDS,
  pictureLayers,
  THEMES,
} from '../../../src/explorer/graph/node-images.ts';

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each(THEMES)('%s theme', (theme) => {
  const { page, text, for: forColour, against } = GRAPH_COLOURS[theme];

  it('draws strokes with at least 3:1 and text with at least 4.5:1 against the page', () => {
    for (const verdict of VERDICTS) expect(contrast(lineOf(verdict, theme).color, page)).toBeGreaterThanOrEqual(3);
    for (const kind of PICTURE_KINDS) expect(contrast(kindColour(kind, theme), page)).toBeGreaterThanOrEqual(3);
    expect(contrast(forColour, page)).toBeGreaterThanOrEqual(3);
    expect(contrast(against, page)).toBeGreaterThanOrEqual(3);
    expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5);
  });

  it('tells kinds apart by outline as well as by colour, except from the unknown one', () => {
    const known = PICTURE_KINDS.filter((kind) => kind !== 'other');
    expect(new Set(known.map((kind) => pictureLayers(kind, theme, 'plain')[0]?.path)).size).toBe(known.length);
    expect(new Set(PICTURE_KINDS.map((kind) => kindColour(kind, theme))).size).toBe(PICTURE_KINDS.length);
  });

  it('has a picture for each kind and state', () => {
    const pictures = PICTURE_KINDS.flatMap((kind) => NODE_STATES.map((state) => nodePicture(kind, theme, state)));
    expect(new Set(pictures).size).toBe(PICTURE_KINDS.length * NODE_STATES.length);
    for (const picture of pictures) expect(picture).toMatch(/^data:image\/svg\+xml,%3Csvg/u);
    expect(nodePicture('a-kind-of-my-own', theme)).toBe(nodePicture('other', theme));
  });
});

describe('colours', () => {
  it('takes an opacity, and mixes', () => {
    expect(withAlpha('#0072B2', 0.5)).toBe('#0072B280');
    expect(withAlpha('#0072B2ff', 7)).toBe('#0072B2ff');
    expect(mixed('#ffffff', '#000000', 0.5)).toBe('#808080');
  });
});
