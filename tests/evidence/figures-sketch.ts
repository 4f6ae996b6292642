import { type FigureEvidence, fuseFigure } from '../../src/evidence/figures.ts';
import type { Weighing } from '../../src/evidence/fuse.ts';
import { type FigureClaim, isFigureClaim, type Quantity, type Stance } from '../../src/model/claim.ts';
import type { Reliability } from '../../src/model/grades.ts';
import { type ClaimSketch, makeClaim, relationGraph, weighingOf, withId } from './sketch.ts';

/** One word on a figure: in the voice of a publisher of that name, of grade C, unless the sketch says otherwise. */
export interface WordSketch extends Omit<ClaimSketch, 'source' | 'stance'> {
  readonly by: string;
  readonly letter?: Reliability | undefined;
  readonly stance?: Stance | undefined;
  readonly quantity: Quantity;
}

export const atLeast = (min: number): Quantity => ({ min });
export const upTo = (max: number): Quantity => ({ max });
export const exactly = (n: number): Quantity => ({ min: n, max: n });
export const range = (min: number, max: number): Quantity => ({ min, max });
export const about = (quantity: Quantity): Quantity => ({ ...quantity, approximate: true });

/** The claims of a sketch and what they are weighed by. A publisher has the grade of the first of its words. */
export function sketchFigure(words: readonly WordSketch[]): { claims: FigureClaim[]; weighing: Weighing } {
  const sketches = words.map(({ by, letter: _, quantity: __, stance = 'asserts', ...rest }) => ({
    ...{ ...rest, stance, source: by },
  }));
  const sources = Object.fromEntries(
    words.map(({ by }) => [
      by,
      { reliability: words.find((word) => word.by === by)?.letter ?? ('C' as const), publisher: by },
    ]),
  );
  const claims = words.flatMap(({ quantity }, i) => {
    const sketch = sketches[i];
    if (sketch === undefined) return [];
    const { object: _, id: __, ...rest } = makeClaim(sketch, i);
    const claim = withId({ ...rest, type: 'killed', quantity });
    return isFigureClaim(claim) ? [claim] : [];
  });
  return { claims, weighing: weighingOf(relationGraph(sources, sketches)) };
}

export function figureOf(words: readonly WordSketch[]): FigureEvidence {
  const { claims, weighing } = sketchFigure(words);
  return fuseFigure(claims, weighing);
}
