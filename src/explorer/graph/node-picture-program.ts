import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { textOf } from './display-data.ts';
import type { DrawnEdge, DrawnNode, Theme } from './drawn-graph.ts';
import { LEAST_RADIUS, NODE_STATES, PICTURE_RADIUS, PICTURE_SIZE } from './node-images.ts';
import { ATLAS_COLUMNS, ATLAS_ROWS, atlasCell, pictureAtlas } from './picture-atlas.ts';

/** Radius in CSS pixels that the mouse hits at least: a target of 24 pixels (WCAG 2.5.8), less in a far view. */
const PICKING_RADIUS = { most: 12, far: 7 };

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec2 a_position;
attribute float a_size;
attribute float a_cell;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale;
uniform float u_reach;

varying vec4 v_id;
varying vec2 v_uv;
varying vec2 v_offset;
varying float v_radius;

const vec2 GRID = vec2(${ATLAS_COLUMNS}.0, ${ATLAS_ROWS}.0);
const float REACH = ${(PICTURE_SIZE / 2 / PICTURE_RADIUS).toFixed(5)};

void main() {
  v_radius = a_size > 0.0 ? max(a_size * u_scale, ${LEAST_RADIUS.toFixed(1)}) : 0.0;
  #ifdef PICKING_MODE
  v_radius = a_size > 0.0 ? max(v_radius, u_reach) : 0.0;
  #endif
  // In screen pixels, so that pictures stay upright when the camera turns.
  v_offset = a_corner * v_radius * REACH;
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy + v_offset / u_half, 0.0, 1.0);
  vec2 cell = vec2(mod(a_cell, GRID.x), floor((a_cell + 0.5) / GRID.x));
  v_uv = (cell + 0.5 + vec2(a_corner.x, -a_corner.y) * 0.5) / GRID;
  v_id = vec4(a_id.rgb, a_id.a * 255.0 / 254.0);
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform sampler2D u_atlas;

varying vec4 v_id;
varying vec2 v_uv;
varying vec2 v_offset;
varying float v_radius;

void main() {
  #ifdef PICKING_MODE
  if (length(v_offset) > v_radius) discard;
  gl_FragColor = v_id;
  #else
  // A little sharper than the mipmap that fits.
  gl_FragColor = texture2D(u_atlas, v_uv, -0.7);
  #endif
}
`;

/** Sends the atlas to the graphics card of one canvas. */
function uploadAtlas(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, pictureAtlas());
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  // WebGL 1 has no mipmaps for an atlas whose sides are no powers of two.
  const mipmaps = gl instanceof WebGL2RenderingContext;
  if (mipmaps) gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, mipmaps ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

/** The sigma program that draws entities as pictures of their kind; `sigma.refresh()` after `theme` changes. */
export function createNodePictureProgram(theme: () => Theme): NodeProgramType<DrawnNode, DrawnEdge> {
  return class NodePictureProgram extends NodeProgram<string, DrawnNode, DrawnEdge> {
    #texture: WebGLTexture | undefined;

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: ['u_matrix', 'u_half', 'u_scale', 'u_reach', 'u_atlas'],
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_cell', size: 1, type: FLOAT },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
      const wanted = data.highlighted ? 'selected' : textOf(data, 'state', 'plain');
      const state = NODE_STATES.find((known) => known === wanted) ?? 'plain';
      const cell = atlasCell(textOf(data, 'kind', 'other'), theme(), state);
      this.array.set([data.x, data.y, data.size, cell, nodeIndex], startIndex);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at, isPicking }: ProgramInfo): void {
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(at['u_half'] ?? null, params.width / 2, params.height / 2);
      const scale = 1 / params.sizeRatio;
      gl.uniform1f(at['u_scale'] ?? null, scale);
      // Where nodes are tiny, wide targets would cover each other and the lines between them.
      const reach = scale < 0.6 ? PICKING_RADIUS.far : PICKING_RADIUS.most;
      gl.uniform1f(at['u_reach'] ?? null, reach);
      if (isPicking) return;
      this.#texture ??= uploadAtlas(gl);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.#texture);
      gl.uniform1i(at['u_atlas'] ?? null, 0);
    }

    override kill(): void {
      this.normalProgram.gl.deleteTexture(this.#texture ?? null);
      super.kill();
    }
  };
}
