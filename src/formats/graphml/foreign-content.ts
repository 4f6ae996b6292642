import { elementName } from '../property-graph/names.ts';
import { isNamespace, type XmlAttributes } from '../xml/read-xml.ts';

/** A text within elements that GraphML does not know, and the names of these, outermost first. */
export interface InnerText {
  readonly path: readonly string[];
  readonly text: string;
}

/** What follows the prefix of a name. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * What stands within one `data` element, or within one that GraphML does not know, while it is open. One object serves
 * for all of a file: `start` empties it.
 */
export class ForeignContent {
  readonly #most: number;
  readonly #path: string[] = [];
  /** The own text of each element that is open. */
  readonly #texts: string[] = [];
  /** Whether it began with an element, of which the attributes count as texts. */
  isElement = false;
  #inner: InnerText[] = [];
  isOpen = false;
  /** The key of the data; undefined where it has none. */
  id: string | undefined;
  line = 0;
  column = 0;
  /** All text, with that of elements, in its order. */
  text = '';
  /** Whether text stands beside elements, and not only within them. */
  hasOwnText = false;
  hasElements = false;
  /** Whether an element within says anything. */
  saysInside = false;
  /** The heads of an edge that yEd draws. */
  arrows: { readonly source: string; readonly target: string } | undefined;

  /** That many texts of elements are held at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** How deep the reading stands within: 0 in its own text. */
  get depth(): number {
    return this.#path.length;
  }

  /** Texts of elements, without white space around them, in the order in which these end. */
  get inner(): readonly InnerText[] {
    return this.#inner;
  }

  start(id: string | undefined, { line, column }: { readonly line: number; readonly column: number }): void {
    this.isOpen = true;
    this.id = id;
    this.line = line;
    this.column = column;
    this.text = '';
    if (this.hasElements) {
      this.#inner = [];
      this.arrows = undefined;
    }
    this.hasOwnText = false;
    this.hasElements = false;
    this.saysInside = false;
    this.isElement = false;
  }

  /** Starts with an element of which the attributes count as texts. */
  startElement(name: string, attributes: XmlAttributes, at: { readonly line: number; readonly column: number }): void {
    this.start(undefined, at);
    this.isElement = true;
    this.open(name, attributes);
  }

  open(name: string, attributes: XmlAttributes): void {
    this.hasElements = true;
    this.#path.push(elementName(name));
    this.#texts.push('');
    const { source, target } = attributes;
    if (name === 'Arrows' && source !== undefined && target !== undefined) this.arrows = { source, target };
    for (const part of Object.keys(attributes)) {
      if (isNamespace(part)) continue;
      this.saysInside = true;
      const text = attributes[part];
      if (this.isElement && text !== undefined) this.#take(text, elementName(localName(part)));
    }
  }

  take(text: string): void {
    this.text += text;
    const depth = this.#path.length;
    if (depth > 0) this.#texts[depth - 1] += text;
    else if (!this.hasOwnText && text.trim() !== '') this.hasOwnText = true;
  }

  close(): void {
    const text = this.#texts.pop()?.trim() ?? '';
    if (text !== '') {
      this.saysInside = true;
      this.#take(text);
    }
    this.#path.pop();
  }

  #take(text: string, part?: string): void {
    if (this.#inner.length > this.#most) return;
    this.#inner.push({ path: part === undefined ? [...this.#path] : [...this.#path, part], text });
  }
}
