import { stringify } from 'yaml';
import type { Claim } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { groupBy } from '../../model/group-by.ts';
import { UsageError } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Written } from '../format.ts';

/** UTF-16 units of one file: below what the reader takes, which is 8 MB. */
const MOST_UNITS = 4 * 1024 * 1024;
const MOST_READ = 8 * 1024 * 1024;

/** The same record without fields that say what is true anyway: the reader fills them in. */
function lean(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function yaml(value: unknown): string {
  // Aliases are refused by the reader; long texts are folded so that a diff shows the line that changed.
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 120, version: '1.2', schema: 'core' });
}

/** Records under one key, split over files that a reader takes; each with its own head. */
function split(head: string, key: string, records: readonly unknown[], mostUnits = MOST_UNITS): string[] {
  const files: string[] = [];
  let text = '';
  for (const record of records) {
    // A record on its own is indented by hand: one call for all of them would hold the whole text twice.
    const item = yaml([record])
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${line}`))
      .join('\n');
    if (text !== '' && text.length + item.length > mostUnits) {
      files.push(`${head}${key}:\n${text}`);
      text = '';
    }
    text += item;
  }
  files.push(text === '' ? `${head}${key}: []\n` : `${head}${key}:\n${text}`);
  return files;
}

/** Names for files that every file system takes and tells apart, whatever the ids are. */
class FileNames {
  readonly #taken = new Set<string>();

  of(id: string): string {
    const plain = id
      .replace(/[^A-Za-z0-9._-]/gu, '_')
      .replace(/^[.-]+/u, '_')
      .slice(0, 80);
    const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(plain) ? `_${plain}` : plain;
    let name = safe;
    // Some file systems do not tell upper from lower case.
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${safe}-${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/**
 * Writes a graph folder as people review it: `ontology.yaml`, `sources.yaml`, one file of entities per kind, one file of
 * claims per source, in the order of the graph; longer ones in several files; and `manifest.yaml` where the graph is a part
 * of another. What a reader fills in by itself is left
 * out: ids of claims, the source's own voice as the speaker, defaults.
 * Throws a UsageError where the sources are too many for their one file.
 */
export function writeGraphFolder(graph: GraphDocument): Written {
  const { ontology, title, sources, entities, claims, manifest } = graph;
  const part = (records: readonly object[]): unknown[] => records.map((record) => lean({ ...record }));
  const ontologyText = yaml({
    version: 1,
    kinds: part(ontology.kinds),
    relations: part(ontology.relations),
    ...(ontology.literals.length === 0 ? {} : { literals: part(ontology.literals) }),
    ...(ontology.figures.length === 0 ? {} : { figures: part(ontology.figures) }),
  });
  const files = [{ name: 'ontology.yaml', text: ontologyText }];
  const titleText = title === undefined ? '' : yaml({ title });
  // There is one file of sources only.
  const [sourcesText = ''] = split(titleText, 'sources', part(sources), Number.POSITIVE_INFINITY);
  if (sourcesText.length > MOST_READ) {
    throw new UsageError('The sources are too many for a graph folder: its sources.yaml would be larger than is read.');
  }
  files.push({ name: 'sources.yaml', text: sourcesText });
  if (manifest !== undefined) files.push({ name: 'manifest.yaml', text: yaml(manifest) });
  const kindNames = new FileNames();
  for (const [kind, members] of groupBy(entities, (entity) => entity.kind)) {
    const name = kindNames.of(kind);
    split('', 'entities', part(members)).forEach((text, i) => {
      files.push({ name: `entities/${i === 0 ? name : `${name}.${i + 1}`}.yaml`, text });
    });
  }
  const voices = new Map(sources.map((source) => [source.id, source.speaker]));
  const claimNames = new FileNames();
  for (const [source, said] of groupBy(claims, (claim) => claim.source)) {
    const name = claimNames.of(source);
    const records = said.map((claim) => claimRecord(claim, voices.get(source)));
    split(yaml({ source }), 'claims', records).forEach((text, i) => {
      files.push({ name: `claims/${i === 0 ? name : `${name}.${i + 1}`}.yaml`, text });
    });
  }
  const [first, ...rest] = files;
  const ordered = first === undefined ? [] : [first, ...rest.toSorted((a, b) => byCodePoint(a.name, b.name))];
  return { files: ordered, losses: [] };
}

/** A claim as a coder would write it. */
function claimRecord(
  { id: _, source: __, subject, type, speaker, stance, ...claim }: Claim,
  voice: string | undefined,
): unknown {
  return lean({
    subject,
    type,
    ...(stance === 'asserts' ? {} : { stance }),
    ...(speaker === voice ? {} : { speaker }),
    ...claim,
  });
}
