import type { Quantity } from '../../model/claim.ts';
import { asLabel } from '../foreign/clean-text.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import type { EventMapping } from './event-mapping.ts';
import type { EventRow } from './event-row.ts';

type Figure = EventMapping['figures'][number];

/** A figure of a row; what is wrong with it; or nothing, where the row does not count that. */
export type FoundFigure = { readonly quantity: Quantity } | { readonly wrong: GivenIssue } | undefined;

/** A cell as a number; undefined where it is none that counts anything. */
function counted(cell: string): number | undefined {
  return /^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : undefined;
}

/** What a row counts. One bound may stand alone: nobody said the other. */
export function figureOf(row: EventRow, event: string, { of, min, max, zero }: Figure): FoundFigure {
  const cells = [row.cell(min), row.cell(max)];
  const bounds = cells.map((cell) => (cell === undefined ? undefined : counted(cell)));
  if (cells.some((cell, i) => cell !== undefined && bounds[i] === undefined)) {
    const got = [...new Set(cells.map((cell) => cell ?? 'nothing'))].join(', ');
    const columns = [...new Set([min, max])].join(' and ');
    const message = `${columns} of event ${event} cannot be counted`;
    return { wrong: { code: 'invalid-value', message, expected: 'numbers', got } };
  }
  const [low, high] = bounds;
  if (low === undefined && high === undefined) return undefined;
  if (low !== undefined && high !== undefined && low > high) {
    return {
      wrong: {
        code: 'invalid-value',
        message: `${min} of event ${event} is above ${max}`,
        expected: 'a low estimate that is not above the high one',
        got: `${low}, ${high}`,
      },
    };
  }
  if (!zero && (low ?? 0) === 0 && (high ?? 0) === 0) return undefined;
  const what = of === undefined ? undefined : asLabel(row.fill(of) ?? '');
  return {
    quantity: {
      ...(what === undefined ? {} : { of: what }),
      ...(low === undefined ? {} : { min: low }),
      ...(high === undefined ? {} : { max: high }),
    },
  };
}
