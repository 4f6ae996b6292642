import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { failed } from '../read-failure.ts';
import { readXml, type XmlAttributes, type XmlHandler, type XmlPlace } from '../xml/read-xml.ts';
import { type ColumnRules, Columns } from './columns.ts';
import { PropertyGraph } from './property-graph.ts';
import { RecordValues } from './record-values.ts';

/** What one reading of a file is done with. */
export interface XmlReading<Owner extends string> {
  readonly graph: PropertyGraph;
  readonly columns: Columns<Owner>;
  readonly values: RecordValues;
  /** How many values one record may have. */
  readonly most: number;
}

/** Takes the tags of a file of nodes and edges as they come. */
export abstract class XmlGraphReader<Owner extends string> implements XmlHandler {
  protected readonly graph: PropertyGraph;
  protected readonly columns: Columns<Owner>;
  protected readonly values: RecordValues;
  protected readonly most: number;

  constructor({ graph, columns, values, most }: XmlReading<Owner>) {
    this.graph = graph;
    this.columns = columns;
    this.values = values;
    this.most = most;
  }

  abstract open(name: string, attributes: XmlAttributes, at: XmlPlace): void;
  abstract text(text: string): void;
  abstract close(name: string): void;

  outerDtd({ line, column }: XmlPlace): void {
    this.graph.tellOuterDtd({ line, column });
  }
}

/** A format of nodes and edges in XML. */
export interface XmlGraphFormat<Owner extends string> extends ColumnRules<Owner> {
  readonly id: string;
  /** Its first tag. */
  readonly root: string;
}

/**
 * Reads a file of nodes and edges in XML as it streams in. One that declares an attribute behind records that have it is
 * read a second time, with all that it declares.
 */
export async function readXmlGraph<Owner extends string>(
  format: XmlGraphFormat<Owner>,
  input: ReadInput,
  options: ReadOptions,
  readerOf: (reading: XmlReading<Owner>) => XmlGraphReader<Owner>,
): Promise<ReadResult> {
  const { attributes: most } = limitsOf(options.limits);
  const root = { name: format.root, format: format.format };
  try {
    for (let columns: Columns<Owner> | undefined; ; ) {
      const graph = new PropertyGraph(input.name, format.id, options);
      columns = new Columns(graph, format, columns);
      const reader = readerOf({ graph, columns, values: new RecordValues(graph, most), most });
      await readXml(input, reader, options, root);
      if (!columns.isLate) return await graph.finish();
    }
  } catch (error) {
    return failed(error);
  }
}
