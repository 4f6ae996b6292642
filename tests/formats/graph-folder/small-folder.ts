import { type FolderFile, parseGraphFolder } from '../../../src/formats/graph-folder/parse-graph-folder.ts';
import type { Issue } from '../../../src/model/issue.ts';

/** An invented graph in memory: one relation type, one literal type, one figure type, one source, three claims. */
export const SMALL = {
  'ontology.yaml': `version: 1
kinds:
  - { id: body, label: Body, plural: Bodies }
  - { id: place, label: Place, plural: Places }
relations:
  - id: closed
    label: closed
    inverse: closed by
    domain: [body]
    range: [place]
    reads: { asserts: "{s} closed {o}", denies: "{s} did not close {o}", doubts: "{s} hardly closed {o}" }
literals:
  - id: described-as
    label: described as
    domain: [body, place]
    reads: { asserts: "{s} is {o}", denies: "{s} is not {o}", doubts: "{s} is hardly {o}" }
figures:
  - { id: cracks, label: Cracks }
`,
  'sources.yaml': `title: A bridge
sources:
  - id: gazette
    title: The Gazette
    published: 2024-05-13
    reliability: B
    speaker: desk
`,
  'entities/all.yaml': `entities:
  - { id: council, kind: body, name: The council }
  - { id: desk, kind: body, name: The desk }
  - { id: bridge, kind: place, name: The bridge, aliases: [Old Bridge] }
`,
  'claims/gazette.yaml': `source: gazette
claims:
  - subject: council
    type: closed
    object: bridge
    said: 2024-05-12
    summary: The council closed the bridge.
  - subject: bridge
    type: cracks
    quantity: { min: 3 }
    summary: It has cracks.
  - subject: bridge
    type: described-as
    literal: old
    summary: It is old.
`,
} as const;

export type SmallFile = keyof typeof SMALL;
export type Files = Readonly<Record<string, string | undefined>>;

/** The small folder with files put in, changed or (undefined) left out. */
export function folder(change: Files = {}): FolderFile[] {
  return Object.entries({ ...SMALL, ...change }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

/** A file of the small folder with some words in place of others. The words must be there. */
export function edit(path: SmallFile, ...edits: readonly (readonly [was: string, is: string])[]): Files {
  let text: string = SMALL[path];
  for (const [was, is] of edits) {
    if (!text.includes(was)) throw new RangeError(`${path} does not hold ${was}`);
    text = text.replace(was, () => is);
  }
  return { [path]: text };
}

export const issuesOf = (change: Files): readonly Issue[] => parseGraphFolder(folder(change)).issues;

/** An issue as its code and place, and a W before it where it is only a warning. */
export function told({ severity, code, file, line, column }: Issue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${severity === 'warning' ? 'W ' : ''}${code} ${place}`;
}

export const placesOf = (change: Files): string[] => issuesOf(change).map(told);
