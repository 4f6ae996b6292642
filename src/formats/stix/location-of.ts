import type { Entity } from '../../model/entity.ts';

/** A code of ISO 3166: of a country (3166-1 alpha-2), or of a part of one (3166-2), which begins with that of the country. */
const CODE = /^(?<country>[a-z]{2})(?:-[a-z0-9]{1,3})?$/iu;

/** Whether it is told by a code which country, or which part of one, an entity is. */
export function hasCountryCode({ sameAs }: Entity): boolean {
  return CODE.test(sameAs?.['iso3166'] ?? '');
}

/**
 * Where a place lies, which STIX (2.1, 4.10) wants to know as region, country or coordinates. Only a code tells it: which
 * country a place lies in may be just what is contested. Else the region is "unknown"; the name of the place is none. By the
 * `x_` property OpenCTI knows what sort of location it is, and makes no country or region of each.
 */
export function locationOf(entity: Entity): Readonly<Record<string, string>> {
  const code = entity.sameAs?.['iso3166']?.toUpperCase() ?? '';
  const country = CODE.exec(code)?.groups?.['country'];
  if (country === undefined) return { region: 'unknown', x_opencti_location_type: 'Position' };
  if (country === code) return { country, x_opencti_location_type: 'Country' };
  return { country, administrative_area: code, x_opencti_location_type: 'Administrative-Area' };
}
