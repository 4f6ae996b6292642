import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeGraphml } from '../../../src/formats/graphml/write-graphml.ts';
import { isRelationClaim } from '../../../src/model/claim.ts';
import { byCodePoint } from '../../../src/model/order.ts';
import { hostileGraph } from '../hostile-graph.ts';

/** The Python that packages of the system are for. */
const PYTHON = '/usr/bin/python3';

const READ = {
  networkx: `
import json, sys, networkx
graph = networkx.read_graphml(sys.argv[1])
edges = [[str(key), a, b, data["stance"], data["claim.json"]] for a, b, key, data in graph.edges(keys=True, data=True)]
print(json.dumps({"names": [data["name"] for _, data in graph.nodes(data=True)], "edges": edges}))`,
  igraph: `
import json, sys, igraph
graph = igraph.Graph.Read_GraphML(sys.argv[1])
ids = graph.vs["id"]
edges = [[e["id"], ids[e.source], ids[e.target], e["stance"], e["claim.json"]] for e in graph.es]
print(json.dumps({"names": graph.vs["name"], "edges": edges}))`,
};

const isThere = (name: string): boolean => spawnSync(PYTHON, ['-c', `import ${name}`]).status === 0;

for (const [name, script] of Object.entries(READ)) {
  // They are Debian packages, which a machine may lack.
  test.skipIf(!isThere(name))(`${name} reads what is written, letter for letter`, async () => {
    const graph = await hostileGraph();
    const folder = mkdtempSync(join(tmpdir(), 'ascribe-graphml-'));
    try {
      const file = join(folder, 'graph.graphml');
      writeFileSync(file, writeGraphml(graph).files[0]?.text ?? '');
      const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', script, file], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      const read: { names: string[]; edges: string[][] } = JSON.parse(stdout);
      expect(read.names.toSorted(byCodePoint)).toEqual(
        graph.entities.map(({ name: one }) => one).toSorted(byCodePoint),
      );
      const claims = graph.claims
        .filter(isRelationClaim)
        .map((claim) => [claim.id, claim.subject, claim.object, claim.stance, JSON.stringify(claim)]);
      const byId = ([a = '']: string[], [b = '']: string[]): number => byCodePoint(a, b);
      expect(read.edges.toSorted(byId)).toEqual(claims.toSorted(byId));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
