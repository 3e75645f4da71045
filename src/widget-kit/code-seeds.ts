import { purposes } from '#lab/seeds.ts';

// The seeds of src/lab/seeds.ts in the languages that figures are exported to.

const list = `[${purposes.map((purpose) => `'${purpose}'`).join(', ')}]`;

/** Defines `seed_for(seed, purpose, step=0)`. */
export const seedsInPython = `def seed_for(seed, purpose, step=0):
    """Every purpose of a run has a generator of its own; some have a new one at every step."""
    purposes = ${list}
    return (seed * 0x9E3779B1 + 16 * step + purposes.index(purpose)) % 2**32
`;

/** Defines `seedFor(seed, purpose, step = 0)`. */
export const seedsInJavaScript = `/** Every purpose of a run has a generator of its own; some have a new one at every step. */
function seedFor(seed, purpose, step = 0) {
  const purposes = ${list};
  return (Math.imul(seed, 0x9e3779b1) + 16 * step + purposes.indexOf(purpose)) >>> 0;
}
`;
