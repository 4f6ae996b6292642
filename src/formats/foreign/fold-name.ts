/** The name of an attribute as names are compared: lower case, without marks and spaces between words. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}+-]/gu, '');
}
