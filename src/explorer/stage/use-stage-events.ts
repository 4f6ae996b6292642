import { useEffect, useRef } from 'react';
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/drawn-graph.ts';
import type { Position } from '../graph/layout.ts';

export interface Hovered {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

export interface StageEvents {
  readonly renderer: Sigma<DrawnNode, DrawnEdge> | undefined;
  readonly onHover: (hovered: Hovered | undefined) => void;
  /** A node is dragged to a place, in layout units. */
  readonly onMove: (node: string, place: Position) => void;
  readonly onNode: (node: string) => void;
  readonly onEdge: (edge: string) => void;
  readonly onStage: () => void;
}

/** Pixels that the pointer may stray during a press that still counts as one. */
const SLACK = 4;

/** Turns sigma's events into what a person did. A drag is no press. */
export function useStageEvents(events: StageEvents): void {
  const latest = useRef(events);
  latest.current = events;
  const { renderer } = events;
  useEffect(() => {
    if (renderer === undefined) return;
    let dragged: { node: string; x: number; y: number; moved: boolean } | undefined;
    let suppressClick = false;
    const downNode = ({ node, event }: { node: string; event: { x: number; y: number } }): void => {
      dragged = { node, x: event.x, y: event.y, moved: false };
      suppressClick = false;
    };
    const moveBody = ({
      event,
      preventSigmaDefault,
    }: {
      event: { x: number; y: number };
      preventSigmaDefault(): void;
    }): void => {
      if (dragged === undefined) return;
      preventSigmaDefault();
      dragged.moved ||= Math.hypot(event.x - dragged.x, event.y - dragged.y) > SLACK;
      if (dragged.moved) latest.current.onMove(dragged.node, renderer.viewportToGraph(event));
    };
    const release = (): void => {
      suppressClick = dragged?.moved ?? false;
      dragged = undefined;
    };
    const clickNode = ({ node }: { node: string }): void => {
      if (!suppressClick) latest.current.onNode(node);
    };
    // The first press of two already opens the entity; a zoom on top would lose it.
    const doubleClickNode = ({ preventSigmaDefault }: { preventSigmaDefault(): void }): void => preventSigmaDefault();
    const clickEdge = ({ edge }: { edge: string }): void => latest.current.onEdge(edge);
    const clickStage = (): void => {
      if (!suppressClick) latest.current.onStage();
      suppressClick = false;
    };
    // When the inspector opens, the canvas moves away from under a resting pointer, and nothing else would tell sigma.
    const resize = (): void => {
      renderer.getCanvases()['mouse']?.dispatchEvent(new MouseEvent('mouseleave'));
      latest.current.onHover(undefined);
    };
    const enterNode = ({ node }: { node: string }): void => latest.current.onHover({ kind: 'node', id: node });
    const enterEdge = ({ edge }: { edge: string }): void => latest.current.onHover({ kind: 'edge', id: edge });
    const leave = (): void => latest.current.onHover(undefined);
    renderer
      .on('downNode', downNode)
      .on('moveBody', moveBody)
      .on('upNode', release)
      .on('upStage', release)
      .on('clickNode', clickNode)
      .on('doubleClickNode', doubleClickNode)
      .on('clickEdge', clickEdge)
      .on('clickStage', clickStage)
      .on('enterNode', enterNode)
      .on('leaveNode', leave)
      .on('enterEdge', enterEdge)
      .on('leaveEdge', leave)
      .on('resize', resize);
    return () => {
      renderer
        .off('downNode', downNode)
        .off('moveBody', moveBody)
        .off('upNode', release)
        .off('upStage', release)
        .off('clickNode', clickNode)
        .off('doubleClickNode', doubleClickNode)
        .off('clickEdge', clickEdge)
        .off('clickStage', clickStage)
        .off('enterNode', enterNode)
        .off('leaveNode', leave)
        .off('enterEdge', enterEdge)
        .off('leaveEdge', leave)
        .off('resize', resize);
    };
  }, [renderer]);
}
