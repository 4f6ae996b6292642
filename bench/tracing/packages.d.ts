// The parts that are used here of packages that only benches need and that may not be installed.
declare module 'graphology-shortest-path/dijkstra.js' {
  import type { AbstractGraph } from 'graphology-types';

  const dijkstra: {
    bidirectional(
      graph: AbstractGraph,
      from: string,
      to: string,
      weight: (edge: string, attributes: { readonly weight: number }) => number,
    ): readonly string[] | null;
  };
  export default dijkstra;
}

declare module 'ngraph.graph' {
  export interface Graph {
    addNode(id: number): unknown;
    addLink(from: number, to: number, data: number): unknown;
  }
  export default function createGraph(): Graph;
}

declare module 'ngraph.path' {
  import type { Graph } from 'ngraph.graph';

  interface Options {
    readonly distance: (from: unknown, to: unknown, link: { readonly data: number }) => number;
  }
  type MakeFinder = (
    graph: Graph,
    options: Options,
  ) => { find(from: number, to: number): readonly { readonly id: number }[] };
  const finders: { readonly aStar: MakeFinder; readonly nba: MakeFinder };
  export default finders;
}

declare module 'cytoscape' {
  interface Element {
    id(): string;
    isNode(): boolean;
    data(name: string): number;
  }
  interface Elements {
    aStar(options: { readonly root: Element; readonly goal: Element; readonly weight: (edge: Element) => number }): {
      readonly found: boolean;
      readonly path: { toArray(): readonly Element[] };
    };
  }
  interface Core {
    elements(): Elements;
    getElementById(id: string): Element;
  }
  export default function cytoscape(options: {
    readonly headless: boolean;
    readonly styleEnabled: boolean;
    readonly elements: readonly { readonly data: object }[];
  }): Core;
}
