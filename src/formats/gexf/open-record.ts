import type { Child } from '../property-graph/groups.ts';
import type { GrowingRecord } from '../property-graph/record-values.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

/** The sorts of records that GEXF declares attributes for. */
export type Owner = 'node' | 'edge';

/** A node or an edge while its tag is open. */
export interface OpenRecord extends GrowingRecord {
  readonly owner: Owner;
  /** What its tag says. */
  own: XmlAttributes;
  /** Times that it is there, as their tags say it. */
  spells: XmlAttributes[] | undefined;
  /** Nodes that it is said to lie in, by `parents`. */
  parents: string[] | undefined;
  /** Nodes that are nested in it. */
  children: Child[] | undefined;
}
