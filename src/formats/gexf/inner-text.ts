import { elementName } from '../property-graph/names.ts';
import type { RecordValues } from '../property-graph/record-values.ts';
import type { OpenRecord } from './open-record.ts';

/** The elements within a record that are open and that GEXF does not know, or that draw it, with the texts in them. */
export class InnerTexts {
  readonly #names: string[] = [];
  readonly #texts: string[] = [];

  get isOpen(): boolean {
    return this.#names.length > 0;
  }

  open(name: string): void {
    this.#names.push(elementName(name));
    this.#texts.push('');
  }

  take(text: string): void {
    this.#texts[this.#texts.length - 1] += text;
  }

  /** Keeps the text of an element at its end, under its name and those of the unknown ones around it: `custom.sub`. */
  close(name: string, record: OpenRecord | undefined, values: RecordValues): void {
    if (this.#names.at(-1) !== elementName(name)) return;
    const text = this.#texts.pop()?.trim() ?? '';
    if (text !== '' && record !== undefined) values.add(record, { name: this.#names.join('.'), value: text });
    this.#names.pop();
  }
}
