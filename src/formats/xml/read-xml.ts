import { SaxesParser, type XMLDecl } from 'saxes';
import type { ReadInput, ReadOptions } from '../format.ts';
import { limitsOf, RECORD_TEXTS } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';

/** Attributes of an element, by their names as written. The object inherits nothing. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Where a tag starts. Line and column (in UTF-16 units) count from 1. */
export interface XmlPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a tag starts, and how long it is. */
export interface XmlTag extends XmlPlace {
  /** UTF-16 units behind its name and one more, to its end. */
  readonly length: number;
}

/** What is told of a document as it is read. Names come without their prefix: files differ in those, never in meaning. */
export interface XmlHandler {
  /** `at` is the one object for all tags: its numbers are to be copied, not kept. */
  open(name: string, attributes: XmlAttributes, at: XmlTag): void;
  close(name: string): void;
  /** Text between two tags, or a part of it. */
  text(text: string): void;
  /** A DOCTYPE that defines nothing itself. Comments and processing instructions are passed over. */
  outerDtd(at: XmlPlace): void;
}

/** The first tag of the files that are wanted, and the name of their format for people. */
export interface XmlRoot {
  readonly name: string;
  readonly format: string;
}

/** Whether an attribute declares a namespace, and says nothing of its element. */
export function isNamespace(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name.charAt(5) === ':');
}

/** The five that XML has. The parser's own table inherits from Object, where `&constructor;` is found. */
function predefinedEntities(): Record<string, string> {
  const entities: Record<string, string> = Object.create(null);
  return Object.assign(entities, { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" });
}

/** UTF-16 units given to the parser at once: between them its memory is looked at and others have their turn. */
const PIECE = 1 << 16;

/** How long others are kept waiting, in milliseconds. */
const SLICE = 50;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

type Fail = (issue: Omit<ConstructorParameters<typeof ReadFailure>[0], 'file'>) => never;

/** Stops at the first fault. (A handler for errors would do the same, at the cost told below.) */
class StrictParser extends SaxesParser {
  override fail(message: string): never {
    throw new ReadFailure({
      code: 'invalid-format',
      file: this.opt.fileName ?? '',
      line: this.line,
      column: this.columnIndex + 1,
      message: `This is not well-formed XML: ${message.replace(/\.$/u, '')}`,
      remedy: 'Export the file again, or mend it at this place',
    });
  }
}

/** The declaration is the first thing of a file, or is none. */
const AT_START: XmlPlace = { line: 1, column: 1 };

function checkDeclaration({ encoding, version }: XMLDecl, fail: Fail): void {
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/iu.test(encoding)) {
    const from = /^[\w.:-]{1,40}$/u.test(encoding) ? encoding : 'LATIN1';
    fail({
      code: 'invalid-encoding',
      ...AT_START,
      message: 'The file says that it is in another encoding than UTF-8, which is not read',
      expected: 'text in UTF-8',
      got: encoding.slice(0, 100),
      remedy: `Save the file as UTF-8, for example by iconv -f ${from} -t UTF-8, and correct its first line`,
    });
  }
  if (version !== '1.0' && version !== '1.1') {
    fail({ code: 'invalid-format', ...AT_START, message: 'This version of XML is not known', expected: '1.0 or 1.1' });
  }
}

/**
 * Reads XML 1.0 in UTF-8 as it streams in, with saxes (ISC). What no limit allows is refused before it is held: depth,
 * number of attributes, length of one tag or text. Definitions of entities are refused, and no outer DTD is fetched.
 * Throws a ReadFailure with its line and column at the first place where the file is not well formed, or where its first
 * tag is not the one that is wanted, and the signal's reason once it is aborted.
 */
export async function readXml(
  input: ReadInput,
  handler: XmlHandler,
  options: ReadOptions = {},
  root?: XmlRoot,
): Promise<void> {
  const { depth: mostDepth, attributes: mostAttributes, text: longestText } = limitsOf(options.limits);
  const longest = longestText * RECORD_TEXTS;
  const parser = new StrictParser({ xmlns: false, position: true, fileName: input.name });
  parser.ENTITIES = predefinedEntities();
  const at = { line: 1, column: 1, length: 0 };
  let depth = 0;
  let declared = false;
  /** Where the tag starts that is open. */
  let start = 0;
  /** Where the parser last told of something: what lies between is what it holds. */
  let told = 0;
  const here = (): XmlPlace => ({ line: parser.line, column: parser.columnIndex + 1 });
  const fail: Fail = (issue) => {
    throw new ReadFailure({ file: input.name, ...issue });
  };

  // Seven handlers at most: the parser sets each as a property of a computed name, and at the eighth V8 makes a dictionary
  // of the parser, by which reading takes four times as long.
  const locals = new Map<string, string>();
  const localName = (name: string): string => {
    const known = locals.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(':') + 1);
    // A hostile file can have as many names as tags.
    if (locals.size < 1000) locals.set(name, local);
    return local;
  };

  parser.on('doctype', (doctype) => {
    told = parser.position;
    if (/\[|<!/u.test(doctype)) {
      fail({
        code: 'refused-content',
        ...here(),
        message: 'The file has a DTD of its own: entity definitions are refused',
        expected: 'a file without "<!DOCTYPE … [ … ]>"',
        remedy: 'Take the DTD out, with the text of its entities in their places',
      });
    }
    handler.outerDtd(here());
  });
  parser.on('opentagstart', ({ name }) => {
    told = parser.position;
    at.line = parser.line;
    // The parser stands behind the character after the name.
    at.column = Math.max(1, parser.columnIndex - name.length - 1);
    start = parser.position;
    depth++;
    if (depth > mostDepth) {
      fail({
        code: 'too-large',
        ...at,
        message: 'The file is nested too deeply',
        expected: `at most ${mostDepth} levels`,
        remedy: 'Check whether tags are closed',
      });
    }
  });
  parser.on('opentag', (tag) => {
    told = parser.position;
    at.length = told - start;
    // An attribute takes five characters at least: few tags are so long that they must be counted.
    if (at.length > 5 * mostAttributes && Object.keys(tag.attributes).length > mostAttributes) {
      fail({
        code: 'too-large',
        ...at,
        message: 'A tag has too many attributes',
        expected: `at most ${mostAttributes}`,
      });
    }
    const name = localName(tag.name);
    if (depth === 1 && root !== undefined && name !== root.name) {
      fail({
        code: 'invalid-format',
        ...at,
        message: `This is XML, but no ${root.format}`,
        expected: `<${root.name}>`,
        got: `<${name.slice(0, 100)}>`,
      });
    }
    handler.open(name, tag.attributes, at);
  });
  parser.on('closetag', ({ name }) => {
    told = parser.position;
    depth--;
    handler.close(localName(name));
  });
  parser.on('text', (value) => {
    told = parser.position;
    handler.text(value);
  });
  parser.on('cdata', (value) => {
    told = parser.position;
    handler.text(value);
  });

  let since = performance.now();
  for await (const text of textPieces(input, options)) {
    for (let from = 0; from < text.length; from += PIECE) {
      parser.write(from === 0 && text.length <= PIECE ? text : text.slice(from, from + PIECE));
      if (!declared && parser.xmlDecl.version !== undefined) {
        declared = true;
        checkDeclaration(parser.xmlDecl, fail);
      }
      if (parser.position - told > longest) {
        fail({
          code: 'too-large',
          ...here(),
          message: 'A tag or text of the file is too long',
          expected: `at most ${longest} characters`,
          remedy: 'Check whether a quotation mark or a bracket is missing before this place',
        });
      }
      if (performance.now() - since < SLICE) continue;
      await nextTurn();
      options.signal?.throwIfAborted();
      since = performance.now();
    }
  }
  parser.close();
}
