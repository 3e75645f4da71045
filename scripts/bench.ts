// `npm run bench [URL …]`: how fast and how heavy the site is, and other sites beside it.
import { chromium, type Browser } from 'playwright';
import { chromiumLaunchOptions, ensureChromium } from './chromium.ts';
import { CUBE_EDITS, measureCubes, type CubeTimes } from './bench/cubes.ts';
import { CURVE_BACKENDS, CURVE_SIZES, measureCurves, MOVES } from './bench/curves.ts';
import { EDITS, measureEdits, type EditTimes } from './bench/edits.ts';
import { FILM_WIDTH, measureFilms, type FilmTime } from './bench/film.ts';
import { measureFirstResult, type FirstResult } from './bench/first-result.ts';
import { measureNorms, RUNS, SHAPES, type NormTimes } from './bench/norms.ts';
import { kinds } from './page-weight.ts';
import { measureSceneCode, type SceneCode } from './bench/scene-code.ts';
import { serve, siteAt } from './bench/sites.ts';
import { kilobytes, milliseconds, printTable, quantile } from './bench/table.ts';
import { BACKENDS, measureTraining, TREATMENTS } from './bench/training.ts';
import { FRAMES, measureTurning } from './bench/turning.ts';

const PORT = 4398;
const SIDES = [8, 16, 28];
const CUBES = [
  [3, 4, 5, 5],
  [8, 8, 8, 8],
];

async function bench(browser: Browser, addresses: readonly string[]): Promise<void> {
  const sites = await Promise.all(addresses.map(siteAt));
  const edits: (readonly string[])[] = [];
  const pages: (readonly string[])[] = [];
  const weights: (readonly string[])[] = [];
  const cubes: (readonly string[])[] = [];
  const curves: (readonly string[])[] = [];
  const turns: (readonly string[])[] = [];
  const sceneCode: (readonly string[])[] = [];
  const films: (readonly string[])[] = [];
  for (const { name, page, ours } of sites) {
    if (ours) {
      for (const side of SIDES) {
        const times = await measureEdits(browser, ours.figure, side);
        edits.push([name, `${side}×${side}`, ...editCells(times)]);
      }
      for (const shape of CUBES) {
        const times = await measureCubes(browser, ours.cubes, shape);
        cubes.push([name, shape.join(' × '), ...cubeCells(times)]);
      }
      for (const backend of CURVE_BACKENDS) {
        for (const size of CURVE_SIZES) {
          const times = await measureCurves(browser, ours.curves, backend, size);
          curves.push([name, backend, size.join(' × '), ...curveCells(times, size)]);
        }
      }
      const { figure, emptyScene } = await measureTurning(ours.scene);
      turns.push([name, '8 × 8 × 16 × 16 cells', ...frameCells(figure)]);
      turns.push([name, 'an empty Three scene', ...frameCells(emptyScene)]);
      const filmed = { filter: ours.figure, cubes: ours.cubes };
      for (const film of await measureFilms(browser, filmed))
        films.push([name, ...filmCells(film)]);
      sceneCode.push([name, ...codeCells(await measureSceneCode(browser, ours.pageWithScenes))]);
    }
    const first = await measureFirstResult(browser, page);
    pages.push([name, page, ...firstCells(first)]);
    weights.push([name, ...kinds.map((kind) => kilobytes(first.weight[kind]))]);
  }
  printTable(
    `From an edit to the painted result, ${EDITS} edits`,
    ['site', 'input', 'median', '95 %', 'tasks over 50 ms', 'longest', 'computed by'],
    edits,
  );
  printTable(
    `From an edit to the painted cubes, ${CUBE_EDITS} edits of norm-cubes`,
    ['site', 'tensor', 'median', '95 %', 'tasks over 50 ms', 'longest'],
    cubes,
  );
  printTable(
    `From moving α to the painted curves of three networks, ${MOVES} moves of variance-curves`,
    ['site', 'backend', 'blocks × width', 'median', '95 %', 'median a block'],
    curves,
  );
  printTable(
    `From frame to frame, ${FRAMES} frames, as fast as the browser draws them`,
    ['site', 'turning', 'mean', 'median', '95 %', 'longest'],
    turns,
  );
  printTable(
    `From the button to the file of a film ${FILM_WIDTH} pixels wide`,
    ['site', 'film', 'format', 'frames', 'in all', 'a frame', 'kB'],
    films,
  );
  printTable(
    'kB of JavaScript outside the worker, on a page with 3-D figures',
    ['site', 'before one is near or the page rests', 'added then'],
    sceneCode,
  );
  printTable(
    'After navigation, nothing cached, median of 5',
    ['site', 'page', 'largest paint', 'first computed result', 'tasks over 50 ms', 'longest'],
    pages,
  );
  printTable('kB loaded, text as gzip makes it', ['site', ...kinds], weights);
}

/** Batch normalization on WebGL, ours and that of TensorFlow.js itself, in the same page. */
async function benchNorms(browser: Browser): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const shape of SHAPES) {
    const norms = await measureNorms(browser, [...shape]);
    for (const [name, times] of Object.entries(norms)) {
      rows.push([name, shape.join(' × '), ...normCells(times)]);
    }
  }
  printTable(
    `Batch normalization on WebGL, median of ${RUNS}`,
    ['computed by', 'tensor', 'forward', 'launches', 'forward + backward', 'launches'],
    rows,
  );
}

/** The default networks of the laboratory, trained by it and by TensorFlow.js's layers, in the same page. */
async function benchTraining(browser: Browser): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const backend of BACKENDS) {
    for (const treatment of TREATMENTS) {
      const speeds = await measureTraining(browser, backend, treatment);
      const [ours, theirs] = [speeds['src/lab'], speeds['tfjs-layers']];
      rows.push([
        backend,
        treatment,
        ...[ours, theirs, ours / theirs].map((each) => each.toFixed(2)),
      ]);
    }
  }
  printTable(
    'Training steps a second, 10 layers of 32 units, batches of 64',
    ['backend', 'norm', 'src/lab', 'tfjs-layers', 'times as fast'],
    rows,
  );
}

const normCells = ({ forward, both }: NormTimes[string]): readonly string[] =>
  [forward, both].flatMap(({ times, launches }) => [
    milliseconds(quantile(times, 0.5)),
    String(launches),
  ]);

const cubeCells = ({ times, tasks }: CubeTimes): readonly string[] => [
  milliseconds(quantile(times, 0.5)),
  milliseconds(quantile(times, 0.95)),
  ...taskCells(tasks),
];

const curveCells = (
  times: readonly number[],
  [blocks]: readonly [number, number],
): readonly string[] => [
  milliseconds(quantile(times, 0.5)),
  milliseconds(quantile(times, 0.95)),
  milliseconds(quantile(times, 0.5) / blocks),
];

function editCells({ times, tasks, backend }: EditTimes): readonly string[] {
  return [
    milliseconds(quantile(times, 0.5)),
    milliseconds(quantile(times, 0.95)),
    ...taskCells(tasks),
    backend,
  ];
}

function frameCells(times: readonly number[]): readonly string[] {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return [mean, quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map(milliseconds);
}

const filmCells = (film: FilmTime): readonly string[] => [
  film.name,
  film.format,
  String(film.frames),
  milliseconds(film.milliseconds),
  milliseconds(film.milliseconds / film.frames),
  kilobytes(film.bytes),
];

function codeCells({ before, drawing }: SceneCode): readonly string[] {
  return [before, drawing].map(kilobytes);
}

function firstCells({ largestPaint, computed, tasks }: FirstResult): readonly string[] {
  return [
    milliseconds(largestPaint),
    computed === undefined ? '–' : milliseconds(computed),
    ...taskCells(tasks),
  ];
}

/** How many main-thread tasks took over 50 ms, and the longest of them. */
function taskCells(tasks: readonly number[]): readonly string[] {
  return [String(tasks.length), tasks.length > 0 ? milliseconds(Math.max(...tasks)) : '–'];
}

ensureChromium();
const others = process.argv.slice(2);
const server = await serve(PORT);
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  await benchNorms(browser);
  await benchTraining(browser);
  await bench(browser, [`http://localhost:${PORT}/`, ...others]);
} finally {
  await browser.close();
  server.kill();
}
