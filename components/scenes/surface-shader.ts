export const vertexShader = `
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
in vec3 position;
in vec3 normal;
in vec2 grid;
out float height;
out vec3 facing;
out vec2 cell;

void main() {
  height = position.y;
  facing = normal;
  cell = grid;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`;

// Widths of lines are in pixels: by how fast what they stand for changes across the picture.
export const fragmentShader = `
precision highp float;
uniform vec3 ramp[5];
uniform vec3 ink;
uniform vec3 paper;
uniform float top;
uniform float interval;
in float height;
in vec3 facing;
in vec2 cell;
out vec4 colour;

float line(float value, float width) {
  float perPixel = max(fwidth(value), 1e-6);
  float away = abs(fract(value - 0.5) - 0.5) / perPixel;
  return (1.0 - smoothstep(width - 0.5, width + 0.5, away)) * smoothstep(2.0, 6.0, 1.0 / perPixel);
}

void main() {
  float part = height / top;
  float level = line(part / interval, 0.7);
  float mesh = max(line(cell.x, 0.5), line(cell.y, 0.5));
  float rim = 1.0 - smoothstep(1.0, 2.0, (1.0 - part) / max(fwidth(part), 1e-6));
  if (part > 1.0) discard;

  float place = clamp(part, 0.0, 1.0) * 4.0;
  int step = int(min(floor(place), 3.0));
  vec3 shown = mix(ramp[step], ramp[step + 1], place - float(step));
  vec3 towards = normalize(facing);
  shown *= 0.78 + 0.22 * abs(dot(towards, normalize(vec3(-0.4, 1.0, 0.5))));
  shown = mix(shown, paper, 0.16 * mesh);
  shown = mix(shown, paper, 0.6 * level);
  colour = vec4(mix(shown, ink, rim), 1.0);
}
`;
