import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { Speaker } from '../../src/model/claim.ts';
import { ClaimId, EntityId, KindId, SourceId, TypeId } from '../../src/model/ids.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';

/** What an id must not be, since every plain object has it. */
const TAKEN = Object.getOwnPropertyNames(Object.prototype);

describe('ids that every JavaScript object has as a property', () => {
  test.each(TAKEN)('%s is no id of anything', (id) => {
    for (const schema of [EntityId, SourceId, ClaimId, TypeId, KindId, Speaker]) {
      const { error } = z.safeParse(schema, id);
      expect(error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining('JavaScript')]);
    }
  });

  test.each(['prototype', '__proto', 'to-string', 'Constructor', 'x-constructor', '123', 'ʻāina'])(
    '%s is an id as any other',
    (id) => {
      expect(EntityId.parse(id)).toBe(id);
    },
  );

  test.each(['__proto__', 'constructor', 'hasOwnProperty'])(
    'a graph document with %s is told of with place and remedy, and nothing inherits it',
    (id) => {
      const text = JSON.stringify(
        sketchGraph({ types: { backs: {} }, sources: { s: 'B' }, claims: [['s', 'TAKEN', 'backs', 'other']] }),
      ).replaceAll('TAKEN', id);
      const { graph, issues } = readGraphDocument(text, 'graph.json');
      expect(graph).toBeUndefined();
      expect(issues.map((issue) => issue.path.join('.'))).toEqual(['entities.1.id', 'claims.0.subject']);
      for (const issue of issues) {
        expect(issue).toMatchObject({ code: 'invalid-value', severity: 'error', file: 'graph.json', got: `"${id}"` });
        expect(issue.expected).toContain('built-in property of JavaScript objects');
        expect(issue.remedy).toContain('prefix');
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(Reflect.get({}, 'kind')).toBeUndefined();
    },
  );
});
