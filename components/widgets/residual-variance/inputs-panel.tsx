import { linearScale } from '#charts/axis-scale.ts';
import { signedScale } from '#charts/cell-colour.ts';
import { levelsOf } from '#charts/colour-levels.ts';
import { lineThrough } from '#charts/curve.ts';
import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { CHANNELS, INPUTS } from './data.ts';
import type { Model } from './model.ts';
import { LEFT, RowsPlot } from './rows-plot.tsx';
import { TOP, type Rows } from './rows.ts';
import type { Key } from './strings.ts';
import { meanSquare } from './terms.ts';
import { alikeValues } from './words.ts';

type Props = ViewProps<Model, Key>;

export const WIDTH = 300;
const CELLS = CHANNELS * INPUTS;
const CELL = 5.25;
const END = LEFT + CELLS * CELL;

const cosines = linearScale([0, 1], [END + 22, WIDTH - 12]);

/** So many deviations have the strongest colour. */
const REACH = 2.2;

/** Four inputs side by side in every channel, block by block, and how alike inputs are. */
export function InputsPanel({ model, t }: Props) {
  return (
    <section class="inputs">
      <p class="panel-title">
        <b>{t('inputs')}</b>
        <small>{t('inputsNote')}</small>
      </p>
      <RowsPlot
        model={model}
        width={WIDTH}
        label={t('inputsText', alikeValues(model))}
        over={(rows) => <AlikeNow model={model} rows={rows} />}
      >
        {(rows) => (
          <>
            <Signals model={model} rows={rows} />
            <Alike model={model} t={t} rows={rows} />
          </>
        )}
      </RowsPlot>
    </section>
  );
}

function Signals({ model, rows }: { model: Model; rows: Rows }) {
  const { signals, states } = model.measured.value;
  const sizes = states.map((state) => Math.sqrt(meanSquare(state)));
  const between = Array.from({ length: CHANNELS - 1 }, (_, gap) => (gap + 1) * INPUTS);
  return (
    <g {...usePart('signals')}>
      {between.concat(0).map((cell) => (
        <text key={cell} x={LEFT + (cell + INPUTS / 2) * CELL} y={TOP - 6} text-anchor="middle">
          {cell / INPUTS + 1}
        </text>
      ))}
      <g transform={`translate(${LEFT} ${TOP}) scale(${CELL} ${rows.height})`}>
        {levelsOf(upwards(signals, sizes), signedScale(REACH)).map(
          ({ className, amount, path }) => (
            <path
              key={`${className} ${amount}`}
              class={`level ${className}`}
              style={`--amount:${amount}`}
              shape-rendering="crispEdges"
              d={path}
            />
          ),
        )}
      </g>
      <path
        class="between"
        d={between.map((cell) => `M${LEFT + cell * CELL} ${TOP}V${rows.bottom}`).join('')}
      />
    </g>
  );
}

/** The last block uppermost, every state by its own size. */
function upwards({ data, shape }: NdArray, sizes: readonly number[]): NdArray {
  const last = shape[0] - 1;
  return ndArray(
    [shape[0], CELLS],
    data.map((_, at) => {
      const level = last - Math.floor(at / CELLS);
      return data[level * CELLS + (at % CELLS)] / sizes[level];
    }),
  );
}

/** The cosine between two inputs: measured as dots, the law as a line. */
function Alike({ model, t, rows }: Props & { rows: Rows }) {
  const { alike } = model.measured.value;
  const law = model.law.value.alike;
  const places = (values: readonly number[]) =>
    values.map((value, level) => [cosines(Math.max(value, 0)), rows.middleOf(level)] as const);
  return (
    <g {...usePart('alike')}>
      {[0, 1].map((tick) => (
        <g key={tick} class="tick" transform={`translate(${cosines(tick)} 0)`}>
          <path d={`M0 ${TOP - 2}V${rows.bottom}`} />
          <text y={TOP - 6} text-anchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text class="axis-label" x={cosines(0.5)} y={TOP - 6} text-anchor="middle">
        {t('cosine')}
      </text>
      <path class="law-line" d={lineThrough(places(law))} />
      <path
        class="point-cloud"
        d={places(alike)
          .map(([left, top]) => `M${left} ${Math.round(10 * top) / 10}h0`)
          .join('')}
      />
    </g>
  );
}

/** The number at the block that is spoken of. */
function AlikeNow({ model, rows }: { model: Model; rows: Rows }) {
  const block = model.block.value;
  const value = model.measured.value.alike[block];
  const isRight = value > 0.5;
  return (
    <text
      class="mark-label now-label"
      x={cosines(Math.max(value, 0)) + (isRight ? -6 : 6)}
      y={rows.middleOf(block) + 4}
      text-anchor={isRight ? 'end' : 'start'}
    >
      {numberText(value, 2)}
    </text>
  );
}
