import { BRUSH, glyphs, SCALE, SHIFT, SLANT, TURN } from '#lab/data/glyphs.ts';
import { CELL_NOISE, LEARNED, SIDE, UNSEEN } from '#lab/glyph-network.ts';

// The glyphs of src/lab, drawn by the same draws of the same generators, in the languages that figures
// are exported to.

/** Longest line of exported code that holds strokes. */
const LINE = 100;

/** Strokes of every glyph, in the notation that Python and JavaScript have in common. */
const strokesText = (indent: string): string =>
  Object.entries(glyphs)
    .map(([glyph, strokes]) => {
      const lines = strokes.map((stroke) => JSON.stringify(stroke).replaceAll(',', ', '));
      const one = `${indent}'${glyph}': [${lines.join(', ')}],`;
      if (one.length <= LINE) return one;
      return `${indent}'${glyph}': [\n${indent.repeat(2)}${lines.join(`,\n${indent.repeat(2)}`)},\n${indent}],`;
    })
    .join('\n');

/**
 * Defines `glyphs_of(seed)`: inputs [N, 1, SIDE, SIDE] and labels [N], of glyphs to learn from and of
 * others. Uses what `randomArraysInPython` and `seedsInPython` define.
 */
export const glyphsInPython = (
  library: 'torch' | 'np',
): string => `# Strokes go through points [x, y] between 0 and 1, x to the right and y down.
GLYPHS = {
${strokesText('    ')}
}
SIDE = ${SIDE}  # of a picture, in cells
BRUSH = ${BRUSH}  # half as wide as a stroke, where a picture is 1 wide
SHIFT, SCALE, SLANT, TURN = ${SHIFT}, ${SCALE}, ${SLANT}, ${TURN}  # deviations from hand to hand
CELL_NOISE = ${CELL_NOISE}  # deviation
LEARNED, UNSEEN = ${LEARNED}, ${UNSEEN}  # pictures
CENTERS = (${library}.arange(SIDE) + 0.5) / SIDE


def distance_to(a, b):
    """How far the center of each cell is from the line between two points: [SIDE, SIDE]"""
    (ax, ay), (bx, by) = a, b
    dx, dy = bx - ax, by - ay
    x, y = CENTERS - ax, CENTERS[:, None] - ay
    along = ((x * dx + y * dy) / (dx**2 + dy**2)).clip(0, 1)
    return ${library}.hypot(x - along * dx, y - along * dy)


def draw_glyph(strokes, hand):
    """Ink 1 on paper 0, [SIDE, SIDE]: shifted, scaled, slanted and turned by a hand, [6]"""
    deviations = SHIFT, SHIFT, SCALE, SCALE, SLANT, TURN
    dx, dy, wide, high, slant, turn = (one * z for one, z in zip(deviations, hand.tolist()))
    cos, sin = math.cos(turn), math.sin(turn)

    def place(x, y):
        v = (1 + high) * (y - 0.5)
        u = (1 + wide) * (x - 0.5) + slant * v
        return 0.5 + dx + cos * u - sin * v, 0.5 + dy + sin * u + cos * v

    distance = ${library}.full((SIDE, SIDE), math.inf)
    for stroke in strokes:
        points = [place(x, y) for x, y in stroke]
        for a, b in zip(points, points[1:]):
            distance = ${library}.minimum(distance, distance_to(a, b))
    return ((BRUSH - distance) * SIDE + 0.5).clip(0, 1)  # its edge is one cell wide


def draw_glyphs(count, random):
    """The glyphs in turn, each by another hand and with noise: [count, 1, SIDE, SIDE], labels"""
    labels = ${library}.arange(count) % len(GLYPHS)
    strokes = list(GLYPHS.values())
    drawn = random.normal(count, 6 + SIDE**2)
    hands, noise = drawn[:, :6], drawn[:, 6:].reshape(count, SIDE, SIDE)
    ink = [draw_glyph(strokes[label], hand) for label, hand in zip(labels, hands)]
    return (${library}.stack(ink) + CELL_NOISE * noise)[:, None], labels


def glyphs_of(seed):
    """Inputs and labels to learn from, and others; all cells together have mean 0, deviation 1."""
    inputs, labels = draw_glyphs(LEARNED + UNSEEN, Generator(seed_for(seed, 'data')))
    inputs = inputs - inputs.mean()
    inputs = inputs / (inputs**2).mean() ** 0.5
    return (inputs[:LEARNED], labels[:LEARNED]), (inputs[LEARNED:], labels[LEARNED:])
`;

/** Defines `glyphsOf(seed)`, alike; uses what `randomInJavaScript` and `seedsInJavaScript` define. */
export const glyphsInTensorFlow = `// Strokes go through points [x, y] between 0 and 1, x to the right and y down.
const GLYPHS = {
${strokesText('  ').replaceAll("'", '')}
};
const SIDE = ${SIDE}; // of a picture, in cells
const BRUSH = ${BRUSH}; // half as wide as a stroke, where a picture is 1 wide
const [SHIFT, SCALE, SLANT, TURN] = [${SHIFT}, ${SCALE}, ${SLANT}, ${TURN}]; // deviations from hand to hand
const CELL_NOISE = ${CELL_NOISE}; // deviation
const [LEARNED, UNSEEN] = [${LEARNED}, ${UNSEEN}]; // pictures

/** How far a point is from the line between two others. */
function distanceTo([ax, ay], [bx, by], x, y) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx ** 2 + dy ** 2);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Ink 1 on paper 0 of every cell: shifted, scaled, slanted and turned by a hand of its own. */
function drawGlyph(strokes, random) {
  const deviations = [SHIFT, SHIFT, SCALE, SCALE, SLANT, TURN];
  const [dx, dy, wide, high, slant, turn] = deviations.map((one) => one * normal(random));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const place = ([x, y]) => {
    const v = (1 + high) * (y - 0.5);
    const u = (1 + wide) * (x - 0.5) + slant * v;
    return [0.5 + dx + cos * u - sin * v, 0.5 + dy + sin * u + cos * v];
  };
  const lines = strokes.flatMap((stroke) => {
    const points = stroke.map(place);
    return points.slice(1).map((point, index) => [points[index], point]);
  });
  return Array.from({ length: SIDE ** 2 }, (_, cell) => {
    const [x, y] = [((cell % SIDE) + 0.5) / SIDE, (Math.floor(cell / SIDE) + 0.5) / SIDE];
    const distance = Math.min(...lines.map(([a, b]) => distanceTo(a, b, x, y)));
    return Math.min(Math.max((BRUSH - distance) * SIDE + 0.5, 0), 1); // its edge is one cell wide
  });
}

/** The glyphs in turn, each by another hand and with noise: [count, 1, SIDE, SIDE], labels. */
function drawGlyphs(count, random) {
  const strokes = Object.values(GLYPHS);
  const labels = Array.from({ length: count }, (_, index) => index % strokes.length);
  const cells = labels.flatMap((label) =>
    drawGlyph(strokes[label], random).map((ink) => ink + CELL_NOISE * normal(random)),
  );
  return [tf.tensor4d(cells, [count, 1, SIDE, SIDE]), tf.tensor1d(labels, 'int32')];
}

/** Inputs and labels to learn from, and others; all cells together have mean 0, deviation 1. */
function glyphsOf(seed) {
  return tf.tidy(() => {
    const [inputs, labels] = drawGlyphs(LEARNED + UNSEEN, generator(seedFor(seed, 'data')));
    const { mean, variance } = tf.moments(inputs);
    const standardized = inputs.sub(mean).div(variance.sqrt());
    const part = (from, count) => [standardized.slice(from, count), labels.slice(from, count)];
    return [part(0, LEARNED), part(LEARNED, UNSEEN)];
  });
}
`;
