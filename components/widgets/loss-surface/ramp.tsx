import { unsignedScale } from '#charts/cell-colour.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { heightOf } from './height.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { valuesOf } from './words.ts';

const WIDTH = 240;
const STEPS = 40;

const colours = unsignedScale(0, 1);

/** Which colour is which loss, up to where the surfaces are cut. */
export function Ramp({ model, t }: ViewProps<Model, Key>) {
  const { ticks } = heightOf(model);
  return (
    <svg
      class="loss-ramp"
      viewBox={`-12 0 ${WIDTH + 70} 26`}
      role="img"
      aria-label={t('rampText', valuesOf(model))}
    >
      {Array.from({ length: STEPS }, (_, step) => {
        const { className, amount } = colours((step + 0.5) / STEPS);
        return (
          <rect
            key={step}
            class={`level ${className}`}
            style={`--amount:${amount}`}
            x={(step * WIDTH) / STEPS}
            width={WIDTH / STEPS}
            height={8}
            shape-rendering="crispEdges"
          />
        );
      })}
      {ticks.map(({ at, text }) => (
        <text key={text} x={at * WIDTH} y={22} text-anchor="middle">
          {text}
        </text>
      ))}
      <text x={WIDTH + 8} y={9}>
        {t('cut')}
      </text>
    </svg>
  );
}
