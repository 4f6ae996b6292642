/** Marks that turn the text around them; within a cell or an attribute they would turn what stands beside the JSON, too. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** JSON to stand within a file of another format, with marks of direction as escapes. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(TURNING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
