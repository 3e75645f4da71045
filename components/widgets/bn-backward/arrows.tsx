import { usePart } from '#kit/part.ts';
import { STEPS } from './params.ts';
import { LEFT, RIGHT, type LayerProps } from './plot-layout.ts';
import { shortText } from './words.ts';

/** An arrow that is shorter has no room for a head or a name. */
const LEAST = 8;
/** What a name takes along the axis. */
const ROOM = 64;

/** From zero to the gradient of every value: what has been taken out of it, and what is left. */
export function Stems(props: LayerProps) {
  const { model, scales } = props;
  const { x, upstream, common, rest } = model.rows.value;
  const step = model.step.value;
  const taken = step === 0 ? undefined : step === 1 ? common.data : model.fitted.value;
  const startOf = (index: number): number => scales.upstream(taken ? taken[index] : 0);
  const zero = scales.upstream(0);
  const current = model.current.value;
  const ends = [startOf(current), scales.upstream(upstream.data[current])];
  return (
    <>
      <g class="stems" aria-hidden="true">
        {Array.from(x.data, (value, index) => (
          <path
            key={index}
            class="stem taken"
            d={`M${scales.x(value)} ${zero}V${startOf(index)}`}
          />
        ))}
      </g>
      <g {...usePart(step < 2 ? 'upstream' : 'rest')} class="stems">
        {Array.from(upstream.data, (value, index) => (
          <path
            key={index}
            class={step < 2 ? 'stem arrives' : 'stem passes'}
            d={`M${scales.x(x.data[index])} ${startOf(index)}V${scales.upstream(value)}`}
          />
        ))}
      </g>
      {step >= 2 && Math.abs(ends[1] - ends[0]) > LEAST && (
        <g {...usePart('rest')}>
          <text class="mark-label" {...beside(props)} y={(ends[0] + ends[1]) / 2 + 4}>
            r = {shortText(rest.data[current])}
          </text>
        </g>
      )}
    </>
  );
}

/** What is left on a line of its own, and what γ/σ makes of it. */
export function Passing(props: LayerProps) {
  const { model, scales } = props;
  const { x, rest, gradient } = model.rows.value;
  const scaled = model.step.value >= STEPS;
  const shown = scaled ? gradient : rest;
  const zero = scales.gradient(0);
  const current = model.current.value;
  return (
    <>
      {scaled && (
        <g {...usePart('rest')} class="ghost">
          {Array.from(rest.data, (value, index) => (
            <path
              key={index}
              d={`M${scales.x(x.data[index])} ${zero}V${scales.gradient(value)}m-5 0h10`}
            />
          ))}
        </g>
      )}
      <g {...usePart(scaled ? 'gradient' : 'rest')} class="passing">
        {Array.from(shown.data, (value, index) => {
          const end = scales.gradient(value);
          return (
            <path
              key={index}
              class="stem passes"
              d={`M${scales.x(x.data[index])} ${zero}V${end}${headOf(end - zero)}`}
            />
          );
        })}
        <text class="mark-label" {...beside(props)} y={scales.gradient(shown.data[current]) + 4}>
          {shortText(shown.data[current])}
        </text>
      </g>
    </>
  );
}

/** The head of an arrow that has come this far along the vertical. */
function headOf(length: number): string {
  if (Math.abs(length) < LEAST) return '';
  const back = length < 0 ? 6 : -6;
  return `m-4 ${back}l4 ${-back}l4 ${back}`;
}

/** Text beside a value, on the side where there is more room up to the next one. */
function beside({ model, scales }: LayerProps) {
  const { data } = model.rows.value.x;
  const at = scales.x(data[model.current.value]);
  const others = Array.from(data, scales.x).filter((place) => place !== at);
  const right = Math.min(RIGHT, ...others.filter((place) => place > at)) - at;
  const left = at - Math.max(LEFT, ...others.filter((place) => place < at));
  return right >= Math.min(left, ROOM)
    ? ({ x: at + 9, 'text-anchor': 'start' } as const)
    : ({ x: at - 9, 'text-anchor': 'end' } as const);
}
