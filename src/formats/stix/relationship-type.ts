/** A relation type as STIX allows it: lower case, digits and hyphens. */
export function relationshipType(type: string): string {
  const text = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return text === '' ? 'related-to' : text;
}
