/** What a chain's output was, what the gradient says it becomes, and what it becomes. */
export type Outcome = {
  readonly before: number;
  readonly promised: number;
  readonly after: number;
};

/** A truth within this part of the promised change is near it. */
const NEAR = 0.05;

/** What is left to rounding, and to the ε of a normalization, where the promise is kept. */
const KEPT = 0.01;

export type PlainKind = 'still' | 'near' | 'off' | 'wrong';

/** How the step of a plain chain came out. */
export function plainKindOf({ before, promised, after }: Outcome): PlainKind {
  if (promised === before && after === before) return 'still';
  if ((promised - before) * (after - before) < 0) return 'wrong';
  return Math.abs(after - promised) <= NEAR * Math.abs(promised - before) ? 'near' : 'off';
}

/** Whether the step of a normalized chain did what it promised. */
export function isKept({ before, promised, after }: Outcome): boolean {
  return Math.abs(after - promised) <= KEPT * Math.abs(promised - before) + 1e-4;
}
