const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The nearest round number that is not below this one. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((each) => each * unit >= value * (1 - 1e-6));
  return Number(((step ?? 10) * unit).toPrecision(2));
}
