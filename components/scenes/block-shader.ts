export const vertexShader = `
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
in vec3 position;
in vec3 normal;
in vec3 low;
in vec3 cells;
in float cell;
in float first;
in vec3 steps;
in vec4 outline;
out vec3 inside;
flat out vec3 face;
flat out vec3 size;
flat out float start;
flat out vec3 stride;
flat out vec4 edge;

void main() {
  inside = position * cells;
  face = normal;
  size = cells;
  start = first;
  stride = steps;
  edge = outline;
  gl_Position = projectionMatrix * viewMatrix * vec4(low + inside * cell, 1.0);
}
`;

// Lines are measured in pixels by how fast the position in the block changes across the picture.
export const fragmentShader = `
precision highp float;
precision highp int;
uniform highp sampler2D colours;
uniform vec3 paper;
in vec3 inside;
flat in vec3 face;
flat in vec3 size;
flat in float start;
flat in vec3 stride;
flat in vec4 edge;
out vec4 colour;

void main() {
  vec3 cell = clamp(floor(inside - face * 0.01), vec3(0.0), size - 1.0);
  vec3 place = vec3(cell.x, size.y - 1.0 - cell.y, size.z - 1.0 - cell.z);
  int position = int(start + dot(place, stride) + 0.5);
  int width = textureSize(colours, 0).x;
  vec4 texel = texelFetch(colours, ivec2(position % width, position / width), 0);

  float light = face.z > 0.5 ? 1.0 : face.y > 0.5 ? 0.94 : 0.82;
  vec3 shown = texel.rgb * light;

  vec3 perPixel = max(fwidth(inside), vec3(1e-6));
  vec3 across = abs(face) * 1e6;
  vec3 toCell = min(fract(inside), 1.0 - fract(inside)) / perPixel + across;
  float nearest = min(toCell.x, min(toCell.y, toCell.z));
  float pixelsACell = 1.0 / max(perPixel.x, max(perPixel.y, perPixel.z));
  float hair = (1.0 - smoothstep(0.3, 1.0, nearest)) * smoothstep(2.5, 7.0, pixelsACell);
  shown = mix(shown, paper, 0.85 * hair);

  vec3 toEdge = min(inside, size - inside) / perPixel + across;
  float rim = min(toEdge.x, min(toEdge.y, toEdge.z));
  float width2 = mix(0.7, 2.2, edge.a);
  shown = mix(shown, edge.rgb, 1.0 - smoothstep(width2, width2 + 0.8, rim));

  colour = vec4(mix(paper, shown, texel.a), 1.0);
}
`;
