// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as XML 1.0 can hold it: what it cannot becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '\ufffd');
}

/** JSON text that XML 1.0 can hold: what it cannot is escaped, so that nothing is lost. */
export function xmlJson(json: string): string {
  return json.replace(NOT_XML, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
