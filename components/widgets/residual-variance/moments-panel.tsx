import { linearScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText, powerText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { barsPath, LEFT, marksPath, RowsPlot } from './rows-plot.tsx';
import { TOP, type Rows } from './rows.ts';
import type { Key as Words } from './strings.ts';
import { meanSquare, type Moments } from './terms.ts';
import { Key } from './tower.tsx';
import { momentValues } from './words.ts';

type Props = ViewProps<Model, Words>;

export const WIDTH = 240;
const RIGHT = WIDTH - 20;

/** E[x²] of every state as what it is the sum of: a channel's variance, and its squared mean. */
export function MomentsPanel({ model, t }: Props) {
  return (
    <section class="moments" {...usePart('meanSquare')}>
      <p class="panel-title">
        <b>{t('moments')}</b>
        <small>
          <Key t={t} part="variance" /> <Key t={t} part="squaredMean" />
        </small>
      </p>
      <RowsPlot model={model} width={WIDTH} label={t('momentsText', momentValues(model))}>
        {(rows) => <Stacks model={model} rows={rows} />}
      </RowsPlot>
    </section>
  );
}

function Stacks({ model, rows }: { model: Model; rows: Rows }) {
  const { states } = model.measured.value;
  const law = model.law.value.states;
  const isPart = model.state.params.value.scale === 'part';
  const whole = (state: Moments): number => (isPart ? meanSquare(state) : 1);
  const most = isPart ? 1 : 1.03 * Math.max(...[...states, ...law].map(meanSquare));
  const x = linearScale([0, most], [LEFT, RIGHT]);
  const ticks = x.ticks(isPart || most >= 1e4 ? 2 : 4);
  const ends = states.map((state) => [
    x(state.variance / whole(state)),
    x(meanSquare(state) / whole(state)),
  ]);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} class="tick" transform={`translate(${x(tick)} 0)`}>
          <path d={`M0 ${TOP - 8}V${rows.bottom}`} />
          <text y={12} text-anchor="middle">
            {tickText(tick, ticks, isPart)}
          </text>
        </g>
      ))}
      <path
        class="bar-variance"
        {...usePart('variance')}
        d={barsPath(
          rows,
          ends.map(([end]) => [LEFT, end]),
        )}
      />
      <path
        class="bar-mean"
        {...usePart('squaredMean')}
        d={barsPath(
          rows,
          ends.map(([from, to]) => [from, to]),
        )}
      />
      <path class="axis" d={`M${LEFT} ${TOP - 8}V${rows.bottom}`} />
      <path
        class="law-mark"
        {...usePart('law')}
        d={
          marksPath(
            rows,
            law.map((state) => x(state.variance / whole(state))),
          ) +
          marksPath(
            rows,
            law.map((state) => x(meanSquare(state) / whole(state))),
          )
        }
      />
    </>
  );
}

function tickText(tick: number, ticks: readonly number[], isPart: boolean): string {
  if (tick === 0) return '0';
  if (isPart) return `${numberText(100 * tick, 0)}%`;
  return tick >= 1e4 ? powerText(tick) : numberText(tick, decimalsFor(ticks, 3));
}
