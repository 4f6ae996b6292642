import { VERDICTS } from '../../evidence/verdict.ts';
import type { Verdict } from './drawn-graph.ts';
import { BOW_REACH } from './fan.ts';
import { LEAST_RADIUS, PICTURE_KINDS, type PictureKind } from './node-images.ts';

/** Half of the width in CSS pixels in which the mouse finds a line. */
const PICKING_REACH = 6;

const kindCode = (kind: PictureKind): string => `${PICTURE_KINDS.indexOf(kind)}.0`;
const verdictCode = (verdict: Verdict): string => `${VERDICTS.indexOf(verdict)}.0`;

/**
 * Everything is computed in CSS pixels round the middle of the canvas, y upwards, so that dashes keep their length at
 * every zoom and with a turned camera.
 */
export const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ends;
attribute vec4 a_borders; // radius and kind of the source, radius and kind of the target
attribute vec4 a_style; // thickness, verdict + 8 if directed, share for, curvature
attribute float a_t;
attribute float a_side;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale;
uniform float u_lineScale;

varying vec4 v_color;
varying vec4 v_style; // thickness, verdict, share for, length of the arrowhead
varying vec3 v_place; // pixels along, pixels across (left is positive), length

const float GAP = 1.5;

vec2 from, bend, to;
vec2 ring;
float ringRadius, ringStart, ringSweep;
bool loop;

vec2 at(float t) {
  if (loop) {
    float angle = ringStart + ringSweep * t;
    return ring + ringRadius * vec2(cos(angle), sin(angle));
  }
  float s = 1.0 - t;
  return s * s * from + 2.0 * s * t * bend + t * t * to;
}

vec2 velocity(float t) {
  if (loop) {
    float angle = ringStart + ringSweep * t;
    return ringRadius * ringSweep * vec2(-sin(angle), cos(angle));
  }
  return 2.0 * ((1.0 - t) * (bend - from) + t * (to - bend));
}

// Length of the curve from a to b: Gauss and Legendre with five points.
float arc(float a, float b) {
  float m = 0.5 * (a + b);
  float h = 0.5 * (b - a);
  return h * (
    0.5688889 * length(velocity(m))
    + 0.4786287 * (length(velocity(m - 0.5384693 * h)) + length(velocity(m + 0.5384693 * h)))
    + 0.2369269 * (length(velocity(m - 0.9061798 * h)) + length(velocity(m + 0.9061798 * h)))
  );
}

// Distance from the middle of a node of radius 1 to its outline, by the direction.
float border(float kind, vec2 d) {
  vec2 e = abs(d);
  if (kind == ${kindCode('organisation')}) return min(0.943 / max(e.x, e.y), 1.15);
  if (kind == ${kindCode('state')}) return 1.0 / max(e.x, 0.5 * e.x + 0.8660254 * e.y);
  if (kind == ${kindCode('event')}) return 1.28 / (e.x + e.y);
  if (kind == ${kindCode('place')}) {
    return 0.18 * d.y + sqrt(0.933 - 0.0324 * d.x * d.x) + 0.48 * smoothstep(0.55, 1.0, -d.y);
  }
  return 1.01;
}

// How much of the curve lies within the node at one of its ends.
float hidden(vec2 node, float radius, float kind, bool atEnd) {
  float u = radius / max(length(velocity(atEnd ? 1.0 : 0.0)), 0.001);
  for (int i = 0; i < 4; i++) {
    vec2 d = at(atEnd ? 1.0 - u : u) - node;
    float away = max(length(d), 0.001);
    u = clamp(u * (radius * border(kind, d / away) + GAP) / away, 0.0, 1.0);
  }
  return u;
}

void main() {
  float thickness = max(a_style.x * u_lineScale, 1.0);
  float directed = step(8.0, a_style.y);
  float verdict = a_style.y - 8.0 * directed;
  from = (u_matrix * vec3(a_ends.xy, 1.0)).xy * u_half;
  to = (u_matrix * vec3(a_ends.zw, 1.0)).xy * u_half;
  vec2 radii = max(a_borders.xz * u_scale, ${LEAST_RADIUS.toFixed(1)});
  float first = 0.0;
  float last = 1.0;
  loop = a_ends.xy == a_ends.zw;
  if (loop) {
    vec2 up = vec2(-0.5, 0.8660254);
    ringRadius = (0.55 * radii.x + 5.0) * max(abs(a_style.w), 0.5);
    float away = radii.x + 0.55 * ringRadius;
    ring = from + up * away;
    float cosine = (away * away + ringRadius * ringRadius - radii.x * radii.x) / (2.0 * away * ringRadius);
    float cut = acos(clamp(cosine, -1.0, 1.0)) + GAP / ringRadius;
    ringStart = atan(-up.y, -up.x) + cut;
    ringSweep = 6.2831853 - 2.0 * cut;
  } else {
    vec2 chord = to - from;
    float span = length(chord);
    float bow = a_style.w / sqrt(1.0 + span * span / ${(BOW_REACH * BOW_REACH).toFixed(1)});
    bend = 0.5 * (from + to) + bow * vec2(-chord.y, chord.x);
    first = hidden(from, radii.x, a_borders.y, false);
    last = 1.0 - hidden(to, radii.y, a_borders.w, true);
  }

  // Hidden edges are all zeros; and where nodes overlap there is nothing between them to draw.
  if (a_style.x <= 0.0 || last <= first) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float t = mix(first, last, a_t);
  float total = arc(first, last);
  float head = directed * min(4.6 * u_lineScale + 1.6 * thickness, 0.7 * total);
  float reach = max(0.5 * thickness + 2.0, 5.0);
  if (head > 0.0) reach = max(reach, 3.5 * u_lineScale + 0.9 * thickness);
  #ifdef PICKING_MODE
  reach = max(reach, ${PICKING_REACH}.0);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  vec2 ahead = normalize(velocity(t));
  float across = a_side * reach;
  gl_Position = vec4((at(t) + across * vec2(-ahead.y, ahead.x)) / u_half, 0.0, 1.0);
  v_place = vec3(arc(first, t), across, total);
  v_style = vec4(thickness, verdict, a_style.z, head);
}
`;

/** Draws by distances: a pixel is covered as far as it lies within the outline of a stroke, a cross or a dot. */
export const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
uniform float u_lineScale;
uniform vec3 u_for;
uniform vec3 u_against;

varying vec4 v_color;
varying vec4 v_style;
varying vec3 v_place;

float covered(float outside) {
  return clamp(0.5 - outside * u_pixelRatio, 0.0, 1.0);
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float along = v_place.x;
  float across = v_place.y;
  float total = v_place.z;
  float thickness = v_style.x;
  float verdict = floor(v_style.y + 0.5);
  float head = v_style.w;
  float end = total - 0.8 * head;
  vec3 color = v_color.rgb;
  float cover = 0.0;

  if (verdict == ${verdictCode('disputed')}) {
    float gap = 1.6 * u_lineScale;
    float left = max(thickness * v_style.z, 0.9);
    float right = max(thickness * (1.0 - v_style.z), 0.9);
    float middle = 0.5 * (right - left);
    float inner = abs(across - middle) - 0.5 * gap;
    float outer = across > middle ? inner - left : inner - right;
    cover = covered(max(outer, -inner));
    color = across > middle ? u_for : u_against;
  } else if (verdict == ${verdictCode('unknown')}) {
    float period = 3.2 * thickness;
    float rest = mod(along - 0.5 * total, period) - 0.5 * period;
    float mid = along - rest;
    cover = covered(length(vec2(rest, across)) - 0.5 * thickness) * step(thickness, mid) * step(mid, end - 0.5 * thickness);
    end = total;
  } else {
    cover = covered(abs(across) - 0.5 * thickness);
  }
  cover *= covered(along - end);

  if (verdict == ${verdictCode('denied')}) {
    float period = 20.0 * u_lineScale;
    float arm = 3.4 * u_lineScale;
    float rest = mod(along - 0.5 * end + 0.5 * period, period) - 0.5 * period;
    float mid = along - rest;
    float cross = min(abs(rest - across), abs(rest + across)) * 0.7071068 - 0.55 * thickness;
    float box = max(abs(rest), abs(across)) - arm;
    cover = max(cover, covered(max(cross, box)) * step(arm, mid) * step(mid, end - arm));
  }
  if (head > 0.0) {
    float back = total - along;
    float wing = (2.3 * u_lineScale + 0.85 * thickness) / head;
    float side = (abs(across) - wing * back) / sqrt(1.0 + wing * wing);
    cover = max(cover, covered(max(side, back - head)));
  }
  if (cover <= 0.0) discard;
  float alpha = cover * v_color.a;
  gl_FragColor = vec4(color * alpha, alpha);
  #endif
}
`;
