import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { VERDICTS } from '../../evidence/verdict.ts';
import { flagOf, numberOf, textOf } from './display-data.ts';
import type { DrawnEdge, DrawnNode, Theme } from './drawn-graph.ts';
import { channels, GRAPH_COLOURS } from './graph-colours.ts';
import { PICTURE_KINDS, pictureKind } from './node-images.ts';
import { FRAGMENT_SHADER, VERTEX_SHADER } from './verdict-edge-shaders.ts';

/** Straight pieces of a curve. */
const PIECES = 16;
const STRIP = Array.from({ length: 2 * (PIECES + 1) }, (_, i) => [Math.floor(i / 2) / PIECES, i % 2 === 0 ? -1 : 1]);
/** Lines grow and shrink with the zoom, but less than nodes do. */
const LINE_SCALE = { least: 0.4, most: 1.5 };

function kindCode(data: object): number {
  return PICTURE_KINDS.indexOf(pictureKind(textOf(data, 'kind', 'other')));
}

/**
 * The sigma program that draws relations in the line style of their verdict: corroborated a thick and single-source a
 * thin line, disputed two strokes as wide as what is for (left of the direction) and against, denied a line crossed
 * at regular distance, unknown dots. `sigma.refresh()` after `theme` changes.
 */
export function createVerdictEdgeProgram(theme: () => Theme): EdgeProgramType<DrawnNode, DrawnEdge> {
  return class VerdictEdgeProgram extends EdgeProgram<string, DrawnNode, DrawnEdge> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: STRIP.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: ['u_matrix', 'u_half', 'u_scale', 'u_lineScale', 'u_pixelRatio', 'u_for', 'u_against'],
        ATTRIBUTES: [
          { name: 'a_ends', size: 4, type: FLOAT },
          { name: 'a_borders', size: 4, type: FLOAT },
          { name: 'a_style', size: 4, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_t', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: STRIP,
      };
    }

    processVisibleItem(
      edgeIndex: number,
      startIndex: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const wanted = textOf(data, 'verdict', 'unknown');
      const verdict = VERDICTS.find((known) => known === wanted) ?? 'unknown';
      const style = VERDICTS.indexOf(verdict) + (flagOf(data, 'directed') ? 8 : 0);
      const forShare = Math.min(Math.max(numberOf(data, 'forShare', 0.5), 0), 1);
      const { array } = this;
      let i = startIndex;
      array[i++] = source.x;
      array[i++] = source.y;
      array[i++] = target.x;
      array[i++] = target.y;
      array[i++] = source.size;
      array[i++] = kindCode(source);
      array[i++] = target.size;
      array[i++] = kindCode(target);
      array[i++] = data.size;
      array[i++] = style;
      array[i++] = forShare;
      array[i++] = numberOf(data, 'curvature', 0);
      array[i++] = floatColor(data.color);
      array[i] = edgeIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const scale = 1 / params.sizeRatio;
      const colours = GRAPH_COLOURS[theme()];
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(at['u_half'] ?? null, params.width / 2, params.height / 2);
      gl.uniform1f(at['u_scale'] ?? null, scale);
      gl.uniform1f(at['u_lineScale'] ?? null, Math.min(Math.max(scale, LINE_SCALE.least), LINE_SCALE.most));
      gl.uniform1f(at['u_pixelRatio'] ?? null, params.pixelRatio);
      gl.uniform3fv(at['u_for'] ?? null, channels(colours.for));
      gl.uniform3fv(at['u_against'] ?? null, channels(colours.against));
    }
  };
}
