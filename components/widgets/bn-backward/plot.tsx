import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import { usePart } from '#kit/part.ts';
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
      <text class="axis-label" x={LEFT} y={13}>
        {t('arrives')}
      </text>
      <text class="axis-label" x={LEFT} y={291}>
        {t(step < STEPS ? 'left' : 'passes')}
      </text>
      <Threads {...inner} />
      <NumberLine {...inner} />
      {step >= 1 && <Lines {...inner} />}
      <Stems {...inner} />
      {step >= 2 && <Passing {...inner} />}
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
        <text class="mark-label" x={end + 5} y={LINE + 13}>
          μ ± σ
        </text>
      </g>
      <g {...usePart('x')} class="row">
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

/** From zero to the gradient of every value: what has been taken out of it, and what is left. */
function Stems({ model, scales }: LayerProps) {
  const { x, upstream, common } = model.rows.value;
  const step = model.step.value;
  const taken = step === 0 ? undefined : step === 1 ? common.data : model.fitted.value;
  const zero = scales.upstream(0);
  return (
    <g aria-hidden="true">
      {Array.from(upstream.data, (value, index) => {
        const at = scales.x(x.data[index]);
        const from = taken ? scales.upstream(taken[index]) : zero;
        return (
          <g key={index}>
            <path class="stem taken" d={`M${at} ${zero}V${from}`} />
            <path
              class={step < 2 ? 'stem arrives' : 'stem passes'}
              d={`M${at} ${from}V${scales.upstream(value)}`}
            />
          </g>
        );
      })}
    </g>
  );
}

/** What is left on a line of its own, and what γ/σ makes of it. */
function Passing({ model, scales }: LayerProps) {
  const { x, rest, gradient } = model.rows.value;
  const scaled = model.step.value >= STEPS;
  const zero = scales.gradient(0);
  const shown = scaled ? gradient : rest;
  const index = model.current.value;
  return (
    <>
      {scaled && (
        <g {...usePart('rest')} class="ghost">
          {Array.from(rest.data, (value, i) => {
            const [at, end] = [scales.x(x.data[i]), scales.gradient(value)];
            return <path key={i} d={`M${at} ${zero}V${end}m-5 0h10`} />;
          })}
        </g>
      )}
      <g {...usePart(scaled ? 'gradient' : 'rest')} class="passing">
        {Array.from(shown.data, (value, i) => {
          const [at, end] = [scales.x(x.data[i]), scales.gradient(value)];
          return (
            <path key={i} class="stem passes" d={`M${at} ${zero}V${end}${headOf(end - zero)}`} />
          );
        })}
        <text
          class="mark-label"
          x={scales.x(x.data[index]) + 8}
          y={scales.gradient(shown.data[index]) + 4}
        >
          {shortText(shown.data[index])}
        </text>
      </g>
    </>
  );
}

/** The head of an arrow that has come this far along the vertical; none where it would be longer than that. */
function headOf(length: number): string {
  if (Math.abs(length) < 8) return '';
  const back = length < 0 ? 6 : -6;
  return `m-4 ${back}l4 ${-back}l4 ${back}`;
}
