export type RampProps = { readonly low: string; readonly high: string };

const WIDTH = 120;
const STEPS = 24;

/** The colours of signed values from the lowest to the highest, as steps of the cells' own ramp. */
export function Ramp({ low, high }: RampProps) {
  return (
    <span class="ramp">
      {low}
      <svg width={WIDTH} height={10} aria-hidden="true">
        {Array.from({ length: STEPS }, (_, step) => {
          const value = (2 * step + 1) / STEPS - 1;
          return (
            <g
              key={step}
              class={`cell ${value < 0 ? 'negative' : 'positive'}`}
              style={`--amount:${Math.abs(value).toFixed(3)}`}
            >
              <rect x={(step * WIDTH) / STEPS} width={WIDTH / STEPS + 0.3} height={10} />
            </g>
          );
        })}
      </svg>
      {high}
    </span>
  );
}
