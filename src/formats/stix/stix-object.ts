import type { RecordPlace } from '../foreign/records.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** An object of a bundle, and where it stands. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly fields: Fields;
  readonly place: RecordPlace;
}

/** Whether its author took an object back. */
export function isRevoked({ fields }: StixObject): boolean {
  return fields['revoked'] === true;
}
