import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { WriteOptions } from '../../formats/format.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { withoutDenials } from '../../knowledge/without-denials.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { placesOnScreen } from '../stage/places-on-screen.ts';
import { isPart } from '../state/part.ts';
import { useView } from '../state/use-view.ts';
import { useTraced, useTracesAtHand } from '../trace/use-trace-answer.ts';
import { citableAddress } from './citable-address.ts';
import { type ExportChoice, type Offered, requestOf, scopeOf } from './export-choice.ts';
import type { ExportFormat } from './export-formats.ts';
import type { ExportAnswer } from './export-worker.ts';
import { inPicture, placesInFile } from './in-picture.ts';
import { writeExport } from './write-export.ts';

/** What is taken, and how many denials and doubts are among it, or were before they were left out. */
export interface Taken {
  readonly graph: GraphDocument;
  readonly against: number;
}

/** What the view offers to the export. */
export function useOffered(): Offered {
  const { filter, focus, selection } = useView();
  const traced = useTraced();
  const traces = useTracesAtHand();
  const { manifest } = useKnowledge().about;
  return {
    traced,
    isPart: manifest !== undefined && isPart(manifest),
    ...(traces === undefined ? {} : { traces }),
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

/** Where what is taken stands on the screen, and what of it was chosen. */
async function drawnAs(
  base: KnowledgeBase,
  graph: GraphDocument,
  choice: ExportChoice,
  offered: Offered,
): Promise<Pick<WriteOptions, 'places' | 'chosen'>> {
  const { onScreen, chosen } = await inPicture(base, choice, offered);
  const places = placesOnScreen();
  return {
    ...(chosen === undefined ? {} : { chosen }),
    ...(places === undefined ? {} : { places: placesInFile(places, graph.entities, onScreen) }),
  };
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
  const placed = format.placed === true;
  const shape = format.plainEdges && choice.plainEdges ? 'edges' : 'claims';
  const content = taken === undefined ? undefined : [taken.graph.manifest, about.hash];
  const queryKey = [about.hash, about.weights, 'export-files', format.id, picture, shape, content, offered];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<ExportAnswer> => {
      if (taken === undefined) throw new Error('Nothing was taken yet.');
      const { graph } = taken;
      const address = citableAddress(window.location.href);
      const options: WriteOptions = {
        now: new Date(),
        ...(address === undefined ? {} : { address }),
        ...{ picture, shape },
        ...(picture || placed ? await drawnAs(base.until(signal), graph, choice, offered) : {}),
      };
      return writeExport({ graph, format: format.id, options, placed }, signal);
    },
    enabled: taken !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { ...query, queryKey };
}
