import type { Arrays } from '#engine/messages.ts';
import type * as ResidualNetwork from '#lab/residual-network.ts';
import type { loadSource } from '../load-source.ts';
import { markdownTable } from './markdown-table.ts';
import { SEEDS, type Run } from './run.ts';

const BLOCKS = 50;
const WIDTH = 256;
const ALPHAS = [0.2, 1];
const SHOWN = [1, 2, 5, 10, 20, 30, 40, 50];

/** The inputs of variance-curves. */
const BATCH = 64;

type Load = Awaited<ReturnType<typeof loadSource>>['load'];

/** What variance-curves measures of NF beside what NF expects, block by block. */
export async function variance(run: Run, load: Load): Promise<string> {
  const theory = await load<typeof ResidualNetwork>('#lab/residual-network.ts');
  const sections = [];
  for (const alpha of ALPHAS) {
    const network = { blocks: BLOCKS, alpha, transitions: [] };
    const expected = theory.expectedVariances(network);
    const deviations = theory.samplingDeviations(network, { units: WIDTH, inputs: BATCH });
    const runs: Curves[] = [];
    for (const seed of SEEDS)
      runs.push(curvesOf(await run('variance-curves', paramsOf(alpha, seed))));
    console.info(`alpha ${alpha}`);
    sections.push(sectionOf(alpha, expected, deviations, runs));
  }
  return [heading, ...sections].join('\n');
}

const heading = `# Measured and expected variance

NF in variance-curves with the seeds 1 to 10, ${BLOCKS} dense blocks of ${WIDTH} units, ReLU, a batch of ${BATCH}; computed on TensorFlow.js’s CPU backend by \`npm run ten-seeds -- variance\`. Expected is 1 + ℓα². A batch’s own mean takes a ${BATCH}th of the variance with it, which is given back here. σ is the deviation of one seed that \`samplingDeviations\` in src/lab/residual-network.ts derives for this width and batch; a mean of ten may be off by σ/√10.
`;

const paramsOf = (alpha: number, seed: number) => ({
  ...{ first: 'free', second: 'off', third: 'off', fourth: 'off' },
  ...{ blocks: BLOCKS, width: String(WIDTH), alpha, seed },
});

/** By block; the first is the input. */
type Curves = Readonly<Record<'squaredMean' | 'variance' | 'branch', readonly number[]>>;

function curvesOf({ curves }: Arrays): Curves {
  const own = BATCH / (BATCH - 1);
  const row = (at: number): number[] =>
    Array.from(curves.data.slice(at * (BLOCKS + 1), (at + 1) * (BLOCKS + 1)));
  const [squares, variances, branches] = [0, 1, 2].map(row);
  return {
    variance: variances.map((value) => own * value),
    squaredMean: squares.map((value, block) => value - (own * variances[block]) / BATCH),
    branch: branches.map((value) => own * value),
  };
}

function sectionOf(
  alpha: number,
  expected: readonly number[],
  deviations: readonly number[],
  runs: readonly Curves[],
): string {
  const mean = (of: (run: Curves) => number): number =>
    runs.reduce((sum, curves) => sum + of(curves), 0) / runs.length;
  const off = (value: number, block: number): number =>
    (value - expected[block]) / deviations[block];
  const meanOff = (block: number): number =>
    off(
      mean(({ variance }) => variance[block]),
      block,
    ) * Math.sqrt(runs.length);
  const farthest = (values: readonly number[]): number =>
    values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most));
  const blocks = Array.from({ length: BLOCKS }, (_, index) => index + 1);
  const rows = SHOWN.map((block) => [
    block,
    expected[block].toFixed(3),
    plain(mean(({ variance }) => variance[block])),
    signed(meanOff(block)),
    deviations[block].toFixed(3),
    signed(farthest(runs.map(({ variance }) => off(variance[block], block)))),
    plain(mean(({ squaredMean }) => squaredMean[block])),
    plain(mean(({ branch }) => branch[block])),
  ]);
  const all = runs.flatMap(({ variance }, index) =>
    blocks.map((block) => ({ seed: SEEDS[index], block, off: off(variance[block], block) })),
  );
  const worst = all.reduce((most, one) => (Math.abs(one.off) > Math.abs(most.off) ? one : most));
  const worstMean = blocks.reduce((most, block) =>
    Math.abs(meanOff(block)) > Math.abs(meanOff(most)) ? block : most,
  );
  return [
    `## α = ${alpha}`,
    '',
    markdownTable(
      [
        ...['block', 'expected', 'mean of ten', 'off by σ/√10', 'σ', 'farthest seed, in σ'],
        ...['squared mean of a channel', 'variance of the branch'],
      ],
      rows,
    ),
    '',
    `- farthest of all ${BLOCKS} blocks and ${SEEDS.length} seeds: ${signed(worst.off)} σ (seed ${worst.seed}, block ${worst.block})`,
    `- farthest mean of ten: ${signed(meanOff(worstMean))} σ/√10 (block ${worstMean})`,
    '',
  ].join('\n');
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** Without the sign of a zero. */
const plain = (value: number): string =>
  value
    .toFixed(3)
    .replace(/^-(?=0\.000$)/, '')
    .replace('-', '−');
