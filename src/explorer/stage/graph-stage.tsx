import { ActionIcon, Paper, Text, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { usePageKeys } from '../app/use-page-keys.ts';
import type { DrawnEdge, DrawnNode, Theme } from '../graph/drawn-graph.ts';
import { lineOf, withAlpha } from '../graph/graph-colours.ts';
import type { Position } from '../graph/layout.ts';
import { graphSettings } from '../graph/sigma-settings.ts';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { Legend } from '../legend/legend.tsx';
import { OverlayLegend } from '../legend/overlay-legend.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { useLookedAt } from '../trace/use-trace-answer.ts';
import { approach, inSight } from './approach.ts';
import { drawPicture } from './drawn-picture.ts';
import { type Emphasis, emphasiseEdge, emphasiseNode, emphasiseTrace, isCentral } from './emphasis.ts';
import { type Box, boxOf, fitPlaces } from './fit-places.ts';
import classes from './graph-stage.module.css';
import { useHeldPicture } from './hold-picture.ts';
import type { Overlay } from './overlay.ts';
import { useTellPlaces } from './places-on-screen.ts';
import { type Hovered, useStageEvents } from './use-stage-events.ts';

interface Props {
  readonly picture: Picture;
  /** Places of the entities, by id. */
  readonly places: ReadonlyMap<string, Position>;
  /** Names the scene: when it changes, the camera fits the new picture. */
  readonly scene: string;
  /** Relations of the trace that is drawn out, if one is. */
  readonly traced: readonly string[];
  /** What a question draws over the graph. */
  readonly overlay: Overlay | undefined;
}

/** Up to so many entities that are looked at, each carries its name. */
const FEW = 12;

/** How strongly what is not looked at is still drawn. */
const FAINT = 0.13;

/** How much thicker the hop that is looked at is drawn than the rest of its trace. */
const STRESS = 1.9;

type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** The picture, drawn by sigma; everything that it shows is also in the table. */
export function GraphStage({ picture, places, scene, traced, overlay }: Props) {
  const go = useGo();
  const { selection } = useView();
  const theme: Theme = useComputedColorScheme('light');
  const container = useRef<HTMLDivElement>(null);
  const themeNow = useRef(theme);
  const placesNow = useRef(new Map<string, Position>());
  const box = useRef<Box | null>(null);
  const shownScene = useRef<string>(undefined);
  const [renderer, setRenderer] = useState<Renderer>();
  const [hovered, setHovered] = useState<Hovered>();
  const { pointed, hop } = useLookedAt();
  const graph = useMemo(() => drawPicture(picture, theme), [picture, theme]);

  // One renderer for the life of the stage; what it draws is exchanged.
  useEffect(() => {
    if (container.current === null) return;
    const { settings, painter } = graphSettings(() => themeNow.current);
    const sigma: Renderer = new Sigma<DrawnNode, DrawnEdge>(drawPicture(EMPTY, themeNow.current), container.current, {
      ...settings,
      renderEdgeLabels: true,
      allowInvalidContainer: true,
    });
    painter.attach(sigma);
    setRenderer(sigma);
    // Sigma listens to the window alone; what opens above the canvas takes from its height, too. What opens beside it
    // moves the camera, and is seen to where the choice is.
    const size = new ResizeObserver(([entry]) => {
      const { width, height } = sigma.getDimensions();
      const now = entry?.contentRect;
      if (now !== undefined && now.width === width && now.height !== height) sigma.scheduleRender();
    });
    size.observe(container.current);
    return () => {
      size.disconnect();
      sigma.kill();
      setRenderer(undefined);
    };
  }, []);

  const held = useHeldPicture(renderer);
  useTellPlaces('stage', () => placesNow.current);

  // Places given by hand last as long as the scene does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene starts afresh.
  useEffect(() => {
    const { clientWidth, clientHeight } = container.current ?? { clientWidth: 0, clientHeight: 0 };
    placesNow.current = fitPlaces(places, clientHeight === 0 ? 1 : clientWidth / clientHeight);
    box.current = boxOf([...placesNow.current.values()]);
  }, [places, scene]);

  useEffect(() => {
    if (renderer === undefined) return;
    themeNow.current = theme;
    graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, ...placesNow.current.get(node) }));
    renderer.setCustomBBox(box.current);
    renderer.setGraph(graph);
  }, [renderer, graph, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the camera moves only when the scene changes.
  useEffect(() => {
    void renderer?.getCamera().animatedReset({ duration: 250 });
  }, [renderer, scene]);

  const emphasis = useMemo((): Emphasis | undefined => {
    if (hovered?.kind === 'node') return emphasiseNode(graph, hovered.id);
    if (hovered?.kind === 'edge') return emphasiseEdge(graph, hovered.id);
    if (pointed !== undefined) {
      return traced.includes(pointed) ? emphasiseTrace(graph, traced, pointed) : emphasiseEdge(graph, pointed);
    }
    const chosen = selection?.kind === 'relation' ? selection.id : hop;
    return (
      (chosen !== undefined && traced.includes(chosen) ? emphasiseTrace(graph, traced, chosen) : undefined) ??
      (selection?.kind === 'relation' ? emphasiseEdge(graph, selection.id) : undefined) ??
      emphasiseTrace(graph, traced) ??
      (selection?.kind === 'entity' ? emphasiseNode(graph, selection.id) : undefined) ??
      (overlay === undefined ? undefined : emphasiseTrace(graph, [...overlay.lines.keys()]))
    );
  }, [graph, hovered, pointed, hop, selection, traced, overlay]);

  // What is chosen is brought into sight if it is not, as when the inspector would open over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the camera moves when the choice changes, and only then.
  useEffect(() => {
    const moved = shownScene.current !== undefined && shownScene.current !== scene;
    shownScene.current = scene;
    // A new picture is shown whole first.
    if (renderer === undefined || moved) return;
    const chosen =
      selection?.kind === 'relation'
        ? emphasiseEdge(graph, selection.id)?.nodes
        : (emphasiseTrace(graph, hop === undefined ? traced : [hop]) ?? emphasiseTrace(graph, traced))?.nodes;
    const nodes = chosen ?? (selection?.kind === 'entity' && graph.hasNode(selection.id) ? [selection.id] : []);
    // The canvas has its new size by now, and sigma does not know it yet.
    renderer.resize();
    if (!inSight(renderer, [...nodes])) held.put(approach(renderer, [...nodes]));
  }, [renderer, graph, selection, traced, hop]);

  useEffect(() => {
    if (renderer === undefined) return;
    const few = (emphasis?.nodes.size ?? 0) <= FEW;
    renderer.setSettings({
      nodeReducer: (node, data) => {
        if (emphasis === undefined) return node === selection?.id ? { ...data, state: 'selected' } : data;
        if (!emphasis.nodes.has(node)) return { ...data, state: 'dimmed', label: '', zIndex: 0 };
        const centre = isCentral(graph, node, emphasis) || node === selection?.id;
        return {
          ...data,
          state: centre ? 'selected' : 'plain',
          forceLabel: centre || few || data.forceLabel === true,
          zIndex: centre ? 2 : 1,
        };
      },
      edgeReducer: (edge, data) => {
        if (emphasis === undefined) return { ...data, label: '' };
        if (!emphasis.edges.has(edge)) return { ...data, color: withAlpha(data.color, FAINT), label: '', zIndex: 0 };
        const line = overlay?.lines.get(edge);
        const drawn =
          line === undefined
            ? data
            : {
                ...data,
                ...lineOf(line.verdict ?? data.verdict, theme),
                color: line.colour[theme],
                ...(line.size === undefined ? {} : { size: line.size }),
              };
        const stressed = edge === emphasis.centre && emphasis.edges.size > 1 ? { size: drawn.size * STRESS } : {};
        return { ...drawn, ...stressed, zIndex: 1, ...(emphasis.edges.size > 24 ? { label: '' } : {}) };
      },
    });
  }, [renderer, graph, emphasis, selection, overlay, theme]);

  useStageEvents({
    renderer,
    onHover: setHovered,
    onMove: (node, place) => {
      placesNow.current.set(node, place);
      graph.mergeNodeAttributes(node, place);
    },
    onNode: (node) => {
      const entity = picture.entities.find((candidate) => candidate.id === node);
      if (entity !== undefined) go((view) => select(view, { kind: 'entity', id: entity.id }));
    },
    onEdge: (edge) => {
      const relation = picture.relations.find((candidate) => candidate.id === edge);
      if (relation !== undefined) go((view) => select(view, { kind: 'relation', id: relation.id }));
    },
    onStage: () => go((view) => select(view, undefined)),
  });

  const zoomIn = (): void => void renderer?.getCamera().animatedZoom({ duration: 180 });
  const zoomOut = (): void => void renderer?.getCamera().animatedUnzoom({ duration: 180 });
  const fit = (): void => void renderer?.getCamera().animatedReset({ duration: 180 });
  usePageKeys([
    ['plus', zoomIn],
    ['shift+plus', zoomIn],
    ['=', zoomIn],
    ['-', zoomOut],
    ['0', fit],
  ]);
  const hoveredRelation = hovered?.kind === 'edge' ? picture.relations.find((r) => r.id === hovered.id) : undefined;

  return (
    <div className={classes['stage']}>
      <div className={classes['picture']}>
        <div
          ref={container}
          className={classes['canvas']}
          role="img"
          aria-label={`Graph of ${picture.entities.length} entities and ${picture.relations.length} relations. The table holds the same.`}
          data-testid="graph"
          data-pointer={hovered !== undefined || undefined}
        />
        {hoveredRelation !== undefined && (
          <Paper className={classes['caption']} withBorder shadow="xs" data-testid="caption">
            <Text size="sm" fw={550}>
              <Sentence text={hoveredRelation.proposition} names={namesIn(hoveredRelation)} />
            </Text>
            <VerdictMark relation={hoveredRelation} size="xs" />
          </Paper>
        )}
        <div className={classes['zoom']}>
          <Tooltip label="Zoom in" position="left">
            <ActionIcon variant="default" size="lg" aria-label="Zoom in" onClick={zoomIn}>
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Zoom out" position="left">
            <ActionIcon variant="default" size="lg" aria-label="Zoom out" onClick={zoomOut}>
              <IconMinus size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Fit to the window" position="left">
            <ActionIcon variant="default" size="lg" aria-label="Fit to the window" onClick={fit}>
              <IconMaximize size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {overlay !== undefined && <OverlayLegend overlay={overlay} />}
      <Legend withVerdicts={overlay === undefined} />
    </div>
  );
}

const EMPTY: Picture = {
  entities: [],
  relations: [],
  counts: { shown: 0, total: 0, hiddenByFilter: 0, hiddenByFocus: 0, hiddenByLimit: 0, inInspector: 0 },
};
