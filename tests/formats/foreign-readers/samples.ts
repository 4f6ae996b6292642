import fc from 'fast-check';
import { STATEMENT_COLUMNS } from '../../../src/formats/ftm/write-ftm.ts';
import { FORMATS } from '../../../src/formats/registry.ts';
import { documents } from '../arbitrary-document.ts';
import { ACLED_ROW, acled, GDELT_ROW, gdelt, UCDP_ROW, ucdp } from '../events/tables.ts';
import { smallGraph } from '../hostile-graph.ts';
import type { FuzzFile } from './laws.ts';

/** A good file of a format, or several that belong together. */
export interface Sample {
  readonly format: string;
  readonly files: readonly FuzzFile[];
}

const one = (format: string, name: string, text: string): Sample => ({
  format,
  files: [{ name, bytes: new TextEncoder().encode(text) }],
});
const json = (format: string, value: unknown): Sample => one(format, 'a.json', JSON.stringify(value, null, 1));

const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><meta><creator>T</creator></meta>
<graph defaultedgetype="directed" timeformat="date" mode="dynamic">
<attributes class="node"><attribute id="0" title="kind" type="string"><default>person</default></attribute></attributes>
<attributes class="edge"><attribute id="w" title="score" type="double"/></attributes>
<nodes><node id="a" label="Ann &amp; co"><attvalues><attvalue for="0" value="town"/></attvalues><viz:size value="2"/></node>
<node id="b" label="Ben" pid="a"/></nodes>
<edges><edge id="1" source="a" target="b" kind="knows" start="2020-01-01" end="2021-01-01"><attvalues><attvalue for="w" value="0.5"/></attvalues></edge>
<edge id="2" source="b" target="a" type="undirected" weight="3"/></edges></graph></gexf>`;

const GRAPHML = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="node" attr.name="name" attr.type="string"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"><default>1.5</default></key>
<graph id="G" edgedefault="undirected"><node id="a"><data key="k">Ann</data><port name="p"/></node><node id="b"/>
<edge id="e" source="a" target="b" directed="true" sourceport="p"><data key="w">2</data></edge>
<hyperedge id="h"><endpoint node="a"/><endpoint node="b" type="in"/></hyperedge>
<node id="c"><graph id="H" edgedefault="directed"><node id="d"/><edge source="d" target="a"/></graph></node></graph></graphml>`;

/** As NetworkX writes adjacency, and vis.js or D3 a graph whose edges name nodes by their place. */
const ADJACENCY = {
  directed: true,
  multigraph: true,
  graph: [],
  nodes: [{ id: 'a', kind: 'town' }, { id: 'b' }],
  adjacency: [[{ id: 'b', key: 0, weight: 2 }], []],
};
const BY_PLACE = { nodes: [{ name: 'Ann' }, { name: 'Ben' }], links: [{ source: 0, target: 1, value: 3 }] };

const STIX = {
  type: 'bundle',
  id: 'bundle--55555555-5555-4555-8555-555555555555',
  objects: [
    { type: 'threat-actor', id: 'threat-actor--1', name: 'Amber', aliases: ['Ember'], x_score: 7 },
    { type: 'malware', id: 'malware--2', name: 'Birch', labels: ['admiralty-scale:source-reliability="b"'] },
    { type: 'identity', id: 'identity--3', name: 'A lab' },
    {
      type: 'relationship',
      id: 'relationship--4',
      relationship_type: 'uses',
      source_ref: 'threat-actor--1',
      target_ref: 'malware--2',
      created_by_ref: 'identity--3',
      confidence: 80,
      start_time: '2020-01-01T00:00:00Z',
      external_references: [{ source_name: 'Post', url: 'https://example.org/1' }],
    },
    { type: 'opinion', id: 'opinion--5', opinion: 'disagree', object_refs: ['relationship--4'] },
    {
      type: 'sighting',
      id: 'sighting--6',
      sighting_of_ref: 'malware--2',
      count: 3,
      where_sighted_refs: ['identity--3'],
    },
    { type: 'note', id: 'note--7', content: 'seen', object_refs: ['malware--2'] },
  ],
};

const FTM = [
  { id: 'p1', schema: 'Person', properties: { name: ['Ann'], birthDate: ['1970'] }, datasets: ['registry'] },
  { id: 'c1', schema: 'Company', caption: 'Birch Ltd', properties: { name: ['Birch Ltd'] }, datasets: ['leak'] },
  {
    id: 'o1',
    schema: 'Ownership',
    properties: { owner: ['p1'], asset: ['c1'], startDate: ['2014', '2014-05-01'], sourceUrl: ['https://example.org'] },
    datasets: ['registry', 'leak'],
  },
];

const STATEMENTS = [
  ['p1', 'name', 'Person', 'Ann', 'registry'],
  ['o1', 'owner', 'Ownership', 'p1', 'registry'],
  ['o1', 'asset', 'Ownership', 'c1', 'leak'],
  ['c1', 'name', 'Company', 'Birch', 'leak'],
].map(([id, prop, schema, value, dataset]) => [
  id,
  id,
  prop,
  'string',
  schema,
  value,
  '',
  'eng',
  dataset,
  '',
  'f',
  '',
  '',
  id,
]);

const CYJS = {
  format_version: '1.0',
  data: { name: 'Towns' },
  elements: {
    nodes: [
      { data: { id: 'a', name: 'Ann', type: 'person', score: 3 }, position: { x: 1, y: 2 } },
      { data: { id: 'b', parent: 'a' }, classes: 'group' },
    ],
    edges: [{ data: { id: 'e', source: 'a', target: 'b', interaction: 'pays', weight: 0.5 } }],
  },
};

const CX2 = [
  { CXVersion: '2.0', hasFragments: false },
  { metaData: [{ name: 'nodes', elementCount: 2 }] },
  {
    attributeDeclarations: [
      {
        nodes: { name: { d: 'string', a: 'n' }, side: { d: 'string', v: 'left' }, tags: { d: 'list_of_string' } },
        edges: { interaction: { a: 'i', d: 'string' }, weight: { d: 'double' } },
      },
    ],
  },
  {
    nodes: [
      { id: 1, x: 5, y: 6.5, v: { n: 'Ann', tags: ['x', 'y'] } },
      { id: 2, v: { n: 'Bob' } },
    ],
  },
  { edges: [{ id: 1, s: 1, t: 2, v: { i: 'pays', weight: 0.25 } }] },
  { status: [{ success: true }] },
];

const snak = (property: string, type: string, value: unknown): object => ({
  snaktype: 'value',
  property,
  datavalue: { type, value },
});
const WIKIDATA = {
  entities: {
    Q1: {
      type: 'item',
      id: 'Q1',
      labels: { en: { language: 'en', value: 'Lowford' } },
      aliases: { en: [{ language: 'en', value: 'The Ford' }] },
      claims: {
        P17: [
          {
            mainsnak: snak('P17', 'wikibase-entityid', { 'entity-type': 'item', id: 'Q2' }),
            type: 'statement',
            id: 'Q1$1',
            rank: 'deprecated',
            qualifiers: {
              P580: [
                snak('P580', 'time', {
                  time: '+2020-01-01T00:00:00Z',
                  precision: 11,
                  calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
                }),
              ],
            },
            references: [{ hash: 'h1', snaks: { P854: [snak('P854', 'string', 'https://example.org/a')] } }],
          },
        ],
        P1082: [
          {
            mainsnak: snak('P1082', 'quantity', {
              amount: '+1200',
              unit: '1',
              upperBound: '+1300',
              lowerBound: '+1100',
            }),
            type: 'statement',
            id: 'Q1$2',
            rank: 'normal',
          },
        ],
      },
    },
    Q2: { type: 'item', id: 'Q2', labels: { en: { language: 'en', value: 'Arland' } }, claims: {} },
  },
};

const GRAPHOLOGY = {
  options: { type: 'mixed', multi: true, allowSelfLoops: true },
  attributes: { name: 'Towns' },
  nodes: [{ key: 'a', attributes: { label: 'Ann', x: 1, y: 2 } }, { key: 'b' }],
  edges: [{ key: 'e', source: 'a', target: 'b', attributes: { kind: 'knows', tags: ['x'] }, undirected: true }],
};

/** Of each format that can be read: a graph of Ascribe where it can be written, and what other tools make of it. */
export async function samples(seed: number): Promise<readonly Sample[]> {
  const graphs = [await smallGraph(), ...fc.sample(documents, { numRuns: 2, seed })];
  const own = FORMATS.filter(({ read, write }) => read !== undefined && write !== undefined).flatMap((format) =>
    graphs.map((graph): Sample => {
      const files = format.write?.(graph).files ?? [];
      const texts = files.map(({ name, text = '' }) => ({ name, bytes: new TextEncoder().encode(text) }));
      return { format: format.id, files: format.readTogether === undefined ? texts.slice(0, 1) : texts };
    }),
  );
  const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
  return [
    ...own,
    one(
      'edge-list',
      'edges.csv',
      'Source,Target,Type,weight,date\na,b,Directed,1.5,2020-01-01\n"b ""c""",a,Undirected,2,\n',
    ),
    one('gexf', 'a.gexf', GEXF),
    one('graphml', 'a.graphml', GRAPHML),
    json('stix', STIX),
    one('ftm', 'a.ftm.json', lines(FTM)),
    one('ftm-statements', 'a.csv', [STATEMENT_COLUMNS.join(','), ...STATEMENTS.map((row) => row.join(','))].join('\n')),
    json('cyjs', CYJS),
    json('cx2', CX2),
    json('wikidata', WIKIDATA),
    json('graphology-json', GRAPHOLOGY),
    json('graphology-json', ADJACENCY),
    json('graphology-json', BY_PLACE),
    one('ucdp-ged', 'GEDEvent_v25_1.csv', ucdp(UCDP_ROW, { ...UCDP_ROW, id: '102', date_end: '1990-02-02' })),
    one('acled', 'acled.csv', acled(ACLED_ROW, { ...ACLED_ROW, event_id_cnty: 'ARL13', actor2: 'Unidentified Group' })),
    one('gdelt', '20200304.export.CSV', gdelt(GDELT_ROW, { ...GDELT_ROW, 0: '900002', 60: '' })),
  ];
}
