// The generator of src/nd/random.ts in the languages that figures are exported to: the same seed
// draws the same numbers there.

/** Defines `generator(seed)` and `normal(random)`; the program has to `import math`. */
export const randomInPython = `def generator(seed):
    """mulberry32: uniform numbers in [0, 1)"""
    state = seed

    def random():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = (state ^ (state >> 15)) * (state | 1) & 0xFFFFFFFF
        t ^= (t + ((t ^ (t >> 7)) * (t | 61))) & 0xFFFFFFFF
        return (t ^ (t >> 14)) / 2**32

    return random


def normal(random):
    radius = math.sqrt(-2 * math.log(1 - random()))
    return radius * math.cos(2 * math.pi * random())
`;

/**
 * Defines `Generator(seed)` with `.uniform(*shape)` and `.normal(*shape)`, and `box_muller(uniform)`: many
 * numbers at once. The program has to `import math` and its library.
 */
export const randomArraysInPython = (library: 'torch' | 'np'): string => `class Generator:
    """mulberry32: the same seed draws the same numbers everywhere."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self, *shape):
        """From 0 up to 1."""
        word, count = 0xFFFFFFFF, math.prod(shape)
        turn = ${library}.arange(1, count + 1, dtype=${library}.int64)
        state = (self.state + 0x6D2B79F5 * turn) & word
        self.state = (self.state + 0x6D2B79F5 * count) & word
        t = (state ^ (state >> 15)) * (state | 1) & word
        t = t ^ (t + (t ^ (t >> 7)) * (t | 61)) & word
        return ((t ^ (t >> 14))${library === 'torch' ? '.double()' : ''} / 2**32).reshape(shape)

    def normal(self, *shape):
        """Of mean 0 and deviation 1."""
        return box_muller(self.uniform(*shape, 2))


def box_muller(uniform):
    """Two uniform numbers make a normal one: [..., 2] -> [...]"""
    radius = ${library}.sqrt(-2 * ${library}.log(1 - uniform[..., 0]))
    return radius * ${library}.cos(2 * math.pi * uniform[..., 1])
`;

/** Defines `generator(seed)` and `normal(random)`. */
export const randomInJavaScript = `/** mulberry32: uniform numbers in [0, 1) */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
`;
