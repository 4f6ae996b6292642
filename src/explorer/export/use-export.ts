import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { WriteOptions } from '../../formats/format.ts';
import { withoutDenials } from '../../knowledge/without-denials.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import { useTraced } from '../trace/use-trace-answer.ts';
import { type ExportChoice, type Offered, requestOf, sceneRequest, scopeOf } from './export-choice.ts';
import type { ExportFormat } from './export-formats.ts';
import type { ExportAnswer } from './export-worker.ts';
import { writeExport } from './write-export.ts';

/** As many entities as the page draws at most: places of others are made for the file. */
const MOST_PLACED = 1500;

/** What is taken, and how many denials and doubts are among it, or were before they were left out. */
export interface Taken {
  readonly graph: GraphDocument;
  readonly against: number;
}

/** What the view offers to the export. */
export function useOffered(): Offered {
  const { filter, focus, selection } = useView();
  const traced = useTraced();
  return {
    traced,
    view: {
      filter,
      ...(focus === undefined ? {} : { focus }),
      ...(selection === undefined ? {} : { selection }),
    },
  };
}

/** The part of the graph that is chosen. */
export function useTaken(choice: ExportChoice, offered: Offered): UseQueryResult<Taken> {
  const { base, about } = useKnowledge();
  const { withoutDenials: without, depth } = choice;
  const scope = scopeOf(choice, offered);
  return useQuery({
    queryKey: [about.hash, about.weights, 'export', scope, depth, without, offered],
    queryFn: async ({ signal }): Promise<Taken> => {
      const asked = base.until(signal);
      const taken = new Date();
      const whole = await asked.subgraph({ ...(await requestOf(asked, { scope, depth }, offered)), taken });
      const { graph, leftOut } = withoutDenials(whole, taken, about.weights);
      return { graph: without ? graph : whole, against: leftOut };
    },
    staleTime: Number.POSITIVE_INFINITY,
    // A graph can be large: it is kept while the panel wants it, and no longer.
    gcTime: 0,
    retry: false,
  });
}

/** The files of what was taken, written in a worker as soon as the choice stands. */
export function useExportFiles(
  taken: Taken | undefined,
  format: ExportFormat,
  choice: ExportChoice,
  offered: Offered,
): UseQueryResult<ExportAnswer> & { readonly queryKey: readonly unknown[] } {
  const { base, about } = useKnowledge();
  const picture = format.drawing === 'always' || (format.drawing === 'optional' && choice.picture);
  const shape = format.plainEdges && choice.plainEdges ? 'edges' : 'claims';
  const content = taken === undefined ? undefined : [taken.graph.manifest, about.hash];
  const queryKey = [about.hash, about.weights, 'export-files', format.id, picture, shape, content, offered];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<ExportAnswer> => {
      if (taken === undefined) throw new Error('Nothing was taken yet.');
      const scene = picture ? await base.until(signal).picture(sceneRequest(offered, MOST_PLACED)) : undefined;
      const options: WriteOptions = { now: new Date(), address: window.location.href, picture, shape };
      const question = { graph: taken.graph, format: format.id, options };
      return writeExport(scene === undefined ? question : { ...question, scene }, signal);
    },
    enabled: taken !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { ...query, queryKey };
}
