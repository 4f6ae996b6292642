import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededRandom } from './random.ts';

export type FileFormat = 'gexf' | 'graphml' | 'csv';

export interface GraphSize {
  readonly nodes: number;
  readonly edges: number;
}

const KINDS = ['actor', 'organisation', 'place', 'event'] as const;
const TYPES = ['backs', 'funds', 'opposes', 'allied-with', 'part-of', 'targeted'] as const;
const STANCES = ['asserts', 'asserts', 'asserts', 'asserts', 'denies', 'doubts'] as const;

interface Node {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly size: number;
}
interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly stance: string;
  readonly confidence: string;
  readonly said: string;
}

function pick<T>(from: readonly [T, ...T[]], random: () => number): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

function* nodesOf({ nodes }: GraphSize, random: () => number): Generator<Node> {
  for (let i = 0; i < nodes; i++) {
    yield { id: `n${i}`, label: `Name of ${i} & Co`, kind: pick(KINDS, random), size: Math.floor(random() * 97) };
  }
}

/** Ends are drawn evenly: what is measured reads every edge alike, however many others its ends have. */
function* edgesOf({ nodes, edges }: GraphSize, random: () => number): Generator<Edge> {
  const end = (): string => `n${Math.floor(random() * nodes)}`;
  const two = (value: number): string => String(1 + Math.floor(value)).padStart(2, '0');
  for (let i = 0; i < edges; i++) {
    const said = `20${10 + Math.floor(random() * 15)}-${two(random() * 12)}-${two(random() * 28)}`;
    const [type, stance] = [pick(TYPES, random), pick(STANCES, random)];
    yield { id: `e${i}`, from: end(), to: end(), type, stance, confidence: random().toFixed(3), said };
  }
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface Layout {
  readonly head: string;
  readonly node: ((node: Node) => string) | undefined;
  readonly between: string;
  readonly edge: (edge: Edge) => string;
  readonly foot: string;
}

const LAYOUTS: Readonly<Record<FileFormat, Layout>> = {
  // 1.2, since NetworkX 2 reads no later one.
  gexf: {
    head: `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph defaultedgetype="directed" mode="static">
<attributes class="node" mode="static"><attribute id="kind" title="kind" type="string"/><attribute id="size" title="size" type="integer"/></attributes>
<attributes class="edge" mode="static"><attribute id="type" title="type" type="string"/><attribute id="stance" title="stance" type="string"/><attribute id="confidence" title="confidence" type="double"/><attribute id="said" title="said" type="string"/></attributes>
<nodes>
`,
    node: ({ id, label, kind, size }) =>
      `<node id="${id}" label="${xml(label)}"><attvalues><attvalue for="kind" value="${kind}"/><attvalue for="size" value="${size}"/></attvalues></node>\n`,
    between: '</nodes>\n<edges>\n',
    edge: ({ id, from, to, type, stance, confidence, said }) =>
      `<edge id="${id}" source="${from}" target="${to}"><attvalues><attvalue for="type" value="${type}"/><attvalue for="stance" value="${stance}"/><attvalue for="confidence" value="${confidence}"/><attvalue for="said" value="${said}"/></attvalues></edge>\n`,
    foot: '</edges>\n</graph>\n</gexf>\n',
  },
  graphml: {
    head: `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/><key id="kind" for="node" attr.name="kind" attr.type="string"/><key id="size" for="node" attr.name="size" attr.type="int"/>
<key id="type" for="edge" attr.name="type" attr.type="string"/><key id="stance" for="edge" attr.name="stance" attr.type="string"/><key id="confidence" for="edge" attr.name="confidence" attr.type="double"/><key id="said" for="edge" attr.name="said" attr.type="string"/>
<graph edgedefault="directed">
`,
    node: ({ id, label, kind, size }) =>
      `<node id="${id}"><data key="label">${xml(label)}</data><data key="kind">${kind}</data><data key="size">${size}</data></node>\n`,
    between: '',
    edge: ({ id, from, to, type, stance, confidence, said }) =>
      `<edge id="${id}" source="${from}" target="${to}"><data key="type">${type}</data><data key="stance">${stance}</data><data key="confidence">${confidence}</data><data key="said">${said}</data></edge>\n`,
    foot: '</graph>\n</graphml>\n',
  },
  csv: {
    head: 'id,from,to,type,stance,confidence,said\n',
    node: undefined,
    between: '',
    edge: ({ id, from, to, type, stance, confidence, said }) =>
      `${id},${from},${to},${type},${stance},${confidence},${said}\n`,
    foot: '',
  },
};

/** Writes one graph as a file; a seed and a size give the same graph in each format. */
export async function writeFile(path: string, format: FileFormat, size: GraphSize, seed: number): Promise<void> {
  const { head, node, between, edge, foot } = LAYOUTS[format];
  const out = createWriteStream(path);
  let waiting = head;
  const add = async (text: string): Promise<void> => {
    waiting += text;
    if (waiting.length < 1 << 20) return;
    if (!out.write(waiting)) await once(out, 'drain');
    waiting = '';
  };
  const random = seededRandom(seed);
  for (const one of nodesOf(size, random)) await add(node?.(one) ?? '');
  await add(between);
  for (const one of edgesOf(size, random)) await add(edge(one));
  out.end(waiting + foot);
  await once(out, 'finish');
}
