import { expect, test } from 'vitest';
import { READ_FORMATS } from '../../../src/explorer/import/import-items.ts';

test.each(READ_FORMATS.filter(({ write }) => write !== undefined))(
  '$id, which is written, too, says apart what comes of a file that is read',
  ({ help, readHelp }) => {
    expect(readHelp).toMatch(/^[A-Z].{30,}\.$/u);
    expect(readHelp).not.toBe(help);
    // Advice for whoever writes one.
    expect(readHelp).not.toMatch(/Gephi|filter by|Opens in/u);
  },
);
