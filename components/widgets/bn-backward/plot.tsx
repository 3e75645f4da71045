import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import { usePart } from '#kit/part.ts';
import { Passing, Stems } from './arrows.tsx';
import { UpstreamGrips, ValueGrips } from './grips.tsx';
import { STEPS } from './params.ts';
import {
  GRADIENT,
  HEIGHT,
  LEFT,
  LINE,
  RIGHT,
  UPSTREAM,
  WIDTH,
  type LayerProps,
  type Scales,
} from './plot-layout.ts';
import { shortText } from './words.ts';

/** The gradient over the values: above what arrives and the straight line through it, below what passes. */
export function Plot({ model, t }: Omit<LayerProps, 'scales'>) {
  const { x, upstream, gradient } = model.domains.value;
  const scales: Scales = {
    x: linearScale(x, [LEFT + 6, RIGHT - 6]),
    upstream: linearScale(upstream, UPSTREAM),
    gradient: linearScale(gradient, GRADIENT),
  };
  const step = model.step.value;
  const inner = { model, t, scales };
  return (
    <svg
      class="plot"
      role="group"
      aria-label={t('plot', { step, steps: STEPS })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      onPointerDownCapture={model.hold}
      onPointerUp={model.release}
      onPointerCancel={model.release}
    >
      <Levels scale={scales.upstream} />
      <Levels scale={scales.gradient} />
      <text class="plot-title" x={LEFT} y={13}>
        {t('arrives')}
      </text>
      {step >= 2 && (
        <text class="plot-title" x={LEFT} y={GRADIENT[1] - 14}>
          {t(step < STEPS ? 'left' : 'passes')}
        </text>
      )}
      <Threads {...inner} />
      <NumberLine {...inner} />
      {step >= 1 && <Lines {...inner} />}
      <Stems {...inner} />
      {step >= 2 && <Passing {...inner} />}
      {step >= STEPS && (
        <text class="mark-label" {...usePart('gamma')} x={RIGHT + 6} y={scales.gradient(0) + 4}>
          × {shortText(model.statistics.value.factor)}
        </text>
      )}
      <ValueGrips {...inner} />
      <UpstreamGrips {...inner} />
    </svg>
  );
}

/** Hairlines at round values of an axis, with its zero dashed. */
function Levels({ scale }: { readonly scale: AxisScale }) {
  const values = scale.ticks(4);
  const decimals = decimalsFor(values, 4);
  return (
    <>
      {values.map((value) => (
        <g key={value} class={value === 0 ? 'tick zero' : 'tick'}>
          <path d={`M${LEFT} ${scale(value)}H${RIGHT}`} />
          <text x={LEFT - 6} y={scale(value) + 4} text-anchor="end">
            {numberText(value, decimals)}
          </text>
        </g>
      ))}
    </>
  );
}

/** From every value to what reaches it and to what passes. */
function Threads({ model, scales }: LayerProps) {
  return (
    <g class="threads" aria-hidden="true">
      {Array.from(model.rows.value.x.data, (value, index) => (
        <path
          key={index}
          class={index === model.current.value ? 'current' : ''}
          d={`M${scales.x(value)} ${UPSTREAM[1]}V${GRADIENT[0]}`}
        />
      ))}
    </g>
  );
}

/** The values' own axis, with their mean and one deviation to either side. */
function NumberLine({ model, scales }: LayerProps) {
  const { mean, variance } = model.statistics.value;
  const sigma = Math.sqrt(variance);
  const [from, to] = model.domains.value.x;
  const inside = (value: number): number => scales.x(Math.min(Math.max(value, from), to));
  const [start, end] = [inside(mean - sigma), inside(mean + sigma)];
  const values = scales.x.ticks(8);
  const decimals = decimalsFor(values, 4);
  return (
    <>
      <g {...usePart('statistics')} class="statistics">
        <rect class="band" x={start} y={LINE} width={end - start} height={7} />
        <path class="balance" d={`M${scales.x(mean)} ${LINE + 1}l6 9h-12z`} />
        <text class="mark-label" x={LEFT - 6} y={LINE + 10} text-anchor="end">
          μ ± σ
        </text>
      </g>
      <g {...usePart('x')} class="number-line">
        <path class="axis" d={`M${LEFT} ${LINE}H${RIGHT}`} />
        <text class="axis-label" x={RIGHT + 6} y={LINE + 4}>
          x
        </text>
      </g>
      {values.map((value) => (
        <text key={value} x={scales.x(value)} y={LINE + 27} text-anchor="middle">
          {numberText(value, decimals)}
        </text>
      ))}
    </>
  );
}

/** The common part as a level, and with the part along x̂ the straight line through the points. */
function Lines({ model, t, scales }: LayerProps) {
  const { mean, divisor } = model.statistics.value;
  const { level: height, rise } = model.line.value;
  const level = scales.upstream(height);
  const { data } = model.rows.value.x;
  const [first, last] = [Math.min(...data), Math.max(...data)];
  const heightAt = (x: number): number => scales.upstream(height + (rise * (x - mean)) / divisor);
  const shown = model.step.value >= 2;
  const end = heightAt(last);
  const apart = Math.abs(end - level) < 13 ? level + (end > level ? 13 : -13) : end;
  return (
    <>
      <g {...usePart('common')} class="taken">
        <path class="level" d={`M${LEFT} ${level}H${RIGHT}`} />
        <text class="mark-label" x={RIGHT + 6} y={level + 4}>
          {t('common')}
        </text>
      </g>
      {shown && (
        <g {...usePart('along')} class="taken">
          <path d={`M${scales.x(first)} ${heightAt(first)}L${scales.x(last)} ${end}`} />
          <text class="mark-label" x={RIGHT + 6} y={apart + 4}>
            {t('line')}
          </text>
        </g>
      )}
    </>
  );
}
