import type { Settings } from 'sigma/settings';
import type { DrawnEdge, DrawnNode, Theme } from './drawn-graph.ts';
import { LABEL_FONT } from './label-text.ts';
import { createLabelPainter, type LabelPainter } from './labels.ts';
import { createNodePictureProgram } from './node-picture-program.ts';
import { createVerdictEdgeProgram } from './verdict-edge-program.ts';

/**
 * Everything sigma must know to draw entities and relations. `theme` is asked at every drawing; `sigma.refresh()`
 * after it changes. `painter.attach(sigma)` must follow the construction.
 */
export function graphSettings(theme: () => Theme): {
  settings: Partial<Settings<DrawnNode, DrawnEdge>>;
  painter: LabelPainter;
} {
  const painter = createLabelPainter(theme);
  return {
    painter,
    settings: {
      defaultNodeType: 'picture',
      defaultEdgeType: 'verdict',
      nodeProgramClasses: { picture: createNodePictureProgram(theme) },
      edgeProgramClasses: { verdict: createVerdictEdgeProgram(theme) },
      defaultDrawNodeLabel: painter.drawNodeLabel,
      defaultDrawNodeHover: painter.drawNodeHover,
      defaultDrawEdgeLabel: painter.drawEdgeLabel,
      // Sizes in layout units: at zoom 1 nodes keep as clear of each other as the layout placed them.
      itemSizesReference: 'positions',
      enableEdgeEvents: true,
      zIndex: true,
      labelFont: LABEL_FONT,
      // The painter itself drops labels that collide, so sigma may propose many.
      labelDensity: 3,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 0,
      stagePadding: 44,
      minCameraRatio: 0.03,
      maxCameraRatio: 4,
    },
  };
}
