import { usePart } from '#kit/part.ts';
import { STEPS } from './params.ts';
import { RIGHT, type LayerProps } from './plot-layout.ts';
import { shortText } from './words.ts';

/** From zero to the gradient of every value: what has been taken out of it, and what is left. */
export function Stems({ model, scales }: LayerProps) {
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
      {step >= 2 && (
        <g {...usePart('rest')}>
          <text
            class="mark-label"
            {...beside(scales.x(x.data[current]))}
            y={(ends[0] + ends[1]) / 2 + 4}
          >
            r = {shortText(rest.data[current])}
          </text>
        </g>
      )}
    </>
  );
}

/** What is left on a line of its own, and what γ/σ makes of it. */
export function Passing({ model, scales }: LayerProps) {
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
        <text
          class="mark-label"
          {...beside(scales.x(x.data[current]))}
          y={scales.gradient(shown.data[current]) + 4}
        >
          {shortText(shown.data[current])}
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

/** Text beside a place, on the side where there is room. */
const beside = (x: number) =>
  x > RIGHT - 50
    ? ({ x: x - 9, 'text-anchor': 'end' } as const)
    : ({ x: x + 9, 'text-anchor': 'start' } as const);
