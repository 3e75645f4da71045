import type { Arrays } from '#engine/messages.ts';

export type Values = Readonly<Record<string, unknown>>;

/** One experiment, and the numbers of a run that are compared. */
export type Study = {
  readonly widget: string;
  readonly title: string;
  readonly params: Values;
  readonly columns: readonly string[];
  readonly numbers: (result: Arrays) => readonly number[];
  /** What is claimed of every run. */
  readonly claims: Readonly<Record<string, (numbers: readonly number[]) => boolean>>;
};

const mean = (values: ArrayLike<number>): number => {
  const known = Array.from(values).filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

function median(values: readonly number[]): number {
  const inOrder = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = (inOrder.length - 1) / 2;
  return (inOrder[Math.floor(middle)] + inOrder[Math.ceil(middle)]) / 2;
}

/** The rows of an array's first axis. */
function rowsOf({ shape, data }: Arrays[string]): Float32Array[] {
  const size = data.length / shape[0];
  return Array.from({ length: shape[0] }, (_, row) => data.subarray(row * size, (row + 1) * size));
}

/** The mean of the last tenth of each row; what is lost at its end has no last tenth. */
const finalLosses = ({ losses }: Arrays): number[] =>
  rowsOf(losses).map((row) => {
    const last = row.slice(-Math.round(row.length / 10));
    return last.every(Number.isFinite) ? mean(last) : Infinity;
  });

const drifts = ({ drift }: Arrays): number[] => {
  const [, depth, looks] = drift.shape;
  return rowsOf(drift).map((run) =>
    mean(run.filter((_, at) => at % looks > 0 && Math.floor(at / looks) < depth)),
  );
};

/** Medians over the measured steps, by run: of largest less smallest loss, of the largest change, of β. */
function smoothnessNumbers({ lineLosses, gradientChanges, smoothness }: Arrays): number[] {
  const points = lineLosses.shape[2];
  const medians = (array: Arrays[string], measure: (line: Float32Array) => number): number[] =>
    rowsOf(array).map((run) => {
      const lines = rowsOf({ shape: [run.length / points, points], data: run });
      return median(lines.map(measure));
    });
  return [
    ...medians(lineLosses, (line) => Math.max(...line) - Math.min(...line)),
    ...medians(gradientChanges, (line) => Math.max(...line)),
    ...rowsOf(smoothness).map((run) => median(Array.from(run))),
  ];
}

/** Medians over layers and measured steps, by run: of cos(G, G′), of ‖G − G′‖, of that for ‖G‖. */
function shiftNumbers({ cosines, distances, lengths }: Arrays): number[] {
  const lengthsOf = rowsOf(lengths);
  const relative = rowsOf(distances).map((run, which) =>
    run.map((distance, at) => distance / lengthsOf[which][at]),
  );
  return [...rowsOf(cosines), ...rowsOf(distances), ...relative].map((run) =>
    median(Array.from(run)),
  );
}

const shiftStudy = (params: Values, title: string, claims: Study['claims']): Study => ({
  widget: 'shift-by-gradient',
  title: `shift-by-gradient, ${title}`,
  params,
  columns: [
    ...['loss: none', 'BN', 'noisy BN'],
    ...['cos(G, G′): none', 'BN', 'noisy BN'],
    ...['‖G − G′‖: none', 'BN', 'noisy BN'],
    ...['‖G − G′‖ / ‖G‖: none', 'BN', 'noisy BN'],
  ],
  numbers: (result) => [...finalLosses(result), ...shiftNumbers(result)],
  claims,
});

const columns = ['loss: none', 'BN', 'noisy BN', 'drift: none', 'BN', 'noisy BN'];
const driftNumbers = (result: Arrays): number[] => [...finalLosses(result), ...drifts(result)];

const smoothnessStudy = (reach: number, title: string): Study => ({
  widget: 'smoothness-along-step',
  title: `smoothness-along-step, ${title}`,
  params: { reach },
  columns: [
    ...['loss: none', 'BN'],
    ...['range of the loss: none', 'BN'],
    ...['change of the gradient: none', 'BN'],
    ...['effective β: none', 'BN'],
  ],
  numbers: (result) => [...finalLosses(result), ...smoothnessNumbers(result)],
  claims: {
    'both learn (below half of guessing)': ([none, batch]) =>
      Math.max(none, batch) < Math.log(10) / 2,
    'the loss varies less with BN': ([, , none, batch]) => batch < none,
    'the gradient changes less with BN': ([, , , , none, batch]) => batch < none,
    'effective β-smoothness is lower with BN': ([, , , , , , none, batch]) => batch < none,
  },
});

export const studies: readonly Study[] = [
  {
    widget: 'layer-drift',
    title: 'layer-drift, default: 10 layers of 32 units, rate 0.3, 100 steps',
    params: {},
    columns,
    numbers: driftNumbers,
    claims: {
      'BN learns better than no norm': ([none, batch]) => batch < none,
      'noisy BN learns better than no norm': ([none, , noisy]) => noisy < none,
      'noisy BN drifts more than BN': ([, , , , batch, noisy]) => noisy > batch,
    },
  },
  {
    widget: 'layer-drift',
    title: 'layer-drift, the larger rate: 1',
    params: { rate: 1 },
    columns,
    numbers: driftNumbers,
    claims: {
      'BN trains (below half of guessing)': ([, batch]) => batch < Math.log(10) / 2,
      'no norm does not (no better than guessing, or lost)': ([none]) =>
        !(none < Math.log(10) - 0.1),
      'noisy BN trains (below half of guessing)': ([, , noisy]) => noisy < Math.log(10) / 2,
      'noisy BN drifts more than BN': ([, , , , batch, noisy]) => noisy > batch,
    },
  },
  smoothnessStudy(4, 'default: 6 layers of 32 units, rate 0.15, 96 steps, up to 4 rates ahead'),
  smoothnessStudy(1, 'no farther than the step itself'),
  shiftStudy({}, 'default: 10 layers of 32 units, rate 0.05, 48 steps', {
    'the loss is lower with BN than with no norm': ([none, batch]) => batch < none,
    'gradients turn more with BN than with no norm': ([, , , none, batch]) => batch < none,
    'they turn more with noisy BN than with no norm': ([, , , none, , noisy]) => noisy < none,
    'they move farther with BN': ([, , , , , , none, batch]) => batch > none,
    'they move farther for their length with BN': ([, , , , , , , , , none, batch]) => batch > none,
  }),
  shiftStudy({ depth: 4, rate: 0.15 }, '4 layers, rate 0.15', {
    'all learn (below half of guessing)': ([none, batch, noisy]) =>
      Math.max(none, batch, noisy) < Math.log(10) / 2,
    'the loss is lower with no norm than with BN': ([none, batch]) => none < batch,
    'gradients turn less with BN than with no norm': ([, , , none, batch]) => batch > none,
    'they turn less with noisy BN than with no norm': ([, , , none, , noisy]) => noisy > none,
    'they move less far with BN': ([, , , , , , none, batch]) => batch < none,
    'they move less far for their length with BN': ([, , , , , , , , , none, batch]) =>
      batch < none,
  }),
];
