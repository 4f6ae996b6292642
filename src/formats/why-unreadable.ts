/** How much of the start of a file is looked at, in bytes. */
export const START_BYTES = 4096;

/** The first bytes of sorts of files that hold neither a graph nor a text, and what a person can give in their place. */
const SORTS: readonly { readonly start: readonly number[]; readonly at?: number; readonly why: string }[] = [
  { start: bytesOf('%PDF'), why: 'is a PDF. Give its text, as a file that ends in .txt' },
  { start: [0xff, 0xd8, 0xff], why: 'is a picture' },
  { start: [0x89, ...bytesOf('PNG')], why: 'is a picture' },
  { start: bytesOf('GIF8'), why: 'is a picture' },
  { start: bytesOf('WEBP'), at: 8, why: 'is a picture' },
  { start: [0x49, 0x49, 0x2a, 0x00], why: 'is a picture' },
  { start: [0x4d, 0x4d, 0x00, 0x2a], why: 'is a picture' },
  { start: bytesOf('ftyp'), at: 4, why: 'is a film or a picture' },
  { start: bytesOf('WAVE'), at: 8, why: 'is a sound' },
  { start: bytesOf('ID3'), why: 'is a sound' },
  { start: [0x1f, 0x8b], why: 'is compressed. Unpack it first' },
  { start: bytesOf('BZh'), why: 'is compressed. Unpack it first' },
  { start: [0xfd, ...bytesOf('7zXZ')], why: 'is compressed. Unpack it first' },
  { start: [0x28, 0xb5, 0x2f, 0xfd], why: 'is compressed. Unpack it first' },
  { start: [...bytesOf('7z'), 0xbc, 0xaf], why: 'is an archive. Unpack it, and give what is in it' },
  { start: bytesOf('Rar!'), why: 'is an archive. Unpack it, and give what is in it' },
  { start: bytesOf('SQLite format 3'), why: 'is a database. Save its tables as CSV, and give these' },
  { start: bytesOf('PAR1'), why: 'is a Parquet table. Save it as CSV' },
];

const ZIP = [0x50, 0x4b];
/** The container of Word and Excel before 2007. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const TABLE = 'Save each sheet as CSV (UTF-8), and give these';
const LETTER = 'Save it as plain text (UTF-8), and give that';

/** What files that are packed as ZIP, or as old Office files, are by their names. */
const OFFICE: readonly (readonly [RegExp, string])[] = [
  [/\.xls[xmb]?$/iu, `is an Excel workbook. ${TABLE}`],
  [/\.(ods|fods|numbers)$/iu, `is a spreadsheet. ${TABLE}`],
  [/\.docx?$/iu, `is a Word document. ${LETTER}`],
  [/\.(odt|pages)$/iu, `is a text document. ${LETTER}`],
  [/\.(pptx?|odp|key)$/iu, `is a presentation. ${LETTER}`],
  [/\.epub$/iu, `is a book. ${LETTER}`],
  [/\.cys$/iu, 'is a Cytoscape session. Export its network as CX2 or GraphML, and give that'],
  [/\.gephi$/iu, 'is a Gephi project. Export its graph as GEXF, and give that'],
];

function bytesOf(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return bytes.length >= at + start.length && start.every((byte, i) => bytes[at + i] === byte);
}

/**
 * Why nothing can be read from a file, in words that go on after its name and end without a full stop; undefined where it
 * may be read. `bytes` is its start; `isKnown` says whether it is of a format that is read.
 */
export function whyUnreadable(name: string, bytes: Uint8Array, isKnown: boolean): string | undefined {
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return 'is empty';
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 0x20) {
    return officeFile(name) ?? 'is a ZIP archive. Unpack it, and give what is in it';
  }
  if (startsWith(bytes, OLD_OFFICE)) return officeFile(name) ?? `is an Office file. ${LETTER}`;
  const sort = SORTS.find(({ start, at }) => startsWith(bytes, start, at));
  if (sort !== undefined) return sort.why;
  // Text in UTF-16 has a mark in front: its readers say what to do with it.
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return !isKnown && !isUtf16 && bytes.includes(0) ? 'is not text, and of no format that can be read' : undefined;
}

function officeFile(name: string): string | undefined {
  return OFFICE.find(([pattern]) => pattern.test(name))?.[1];
}
