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
