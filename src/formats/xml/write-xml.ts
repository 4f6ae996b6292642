import { xmlText } from './xml-text.ts';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text between double quotes: white space is written so that no reader makes spaces of it. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[&<>"\t\n\r]/gu, (character) => REFERENCES[character] ?? character);
}

/** A text between tags. */
export function xmlContent(text: string): string {
  return xmlText(text).replace(/[&<>\r]/gu, (character) => REFERENCES[character] ?? character);
}
