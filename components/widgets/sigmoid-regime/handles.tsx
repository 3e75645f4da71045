import type { AxisScale } from '#charts/axis-scale.ts';
import { Grip } from '#charts/grip.tsx';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import { densityOf } from './regimes.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key> & {
  readonly strip: PlotScales;
  /** Top of the strip: the curve is cut off there. */
  readonly top: number;
};

/** Centre and width of the law that is shown, to be dragged: of the input, or as γ and β. */
export function Handles({ model, t, strip, top }: Props) {
  const { mean, spread, gamma, beta } = model.state.params.value;
  if (model.step.value === 0) {
    return (
      <Pair strip={strip} top={top} centre={mean} width={spread}>
        {{
          centre: { name: 'mean', label: t('param.mean'), letter: 'μ' },
          width: { name: 'spread', label: t('param.spread'), letter: 'σ' },
          onMove: model.setInput,
        }}
      </Pair>
    );
  }
  if (model.step.value === 2) {
    return (
      <Pair strip={strip} top={top} centre={beta} width={gamma}>
        {{
          centre: { name: 'beta', label: 'β', letter: 'β' },
          width: { name: 'gamma', label: 'γ', letter: 'γ' },
          onMove: model.setAffine,
        }}
      </Pair>
    );
  }
  return null;
}

type Name = 'mean' | 'spread' | 'gamma' | 'beta';
type Handle = { readonly name: Name; readonly label: string; readonly letter: string };

type PairProps = Pick<Props, 'strip' | 'top'> & {
  readonly centre: number;
  readonly width: number;
  readonly children: {
    readonly centre: Handle;
    readonly width: Handle;
    readonly onMove: (patch: Partial<Record<Name, number>>, gesture?: string) => void;
  };
};

function Pair({ strip, top, centre, width, children }: PairProps) {
  const { x, y } = strip;
  const fromCentre: AxisScale = Object.assign((value: number) => x(centre + value), {
    invert: (place: number) => x.invert(place) - centre,
    ticks: x.ticks,
  });
  // One deviation from the centre, a normal law has come down to 0.6 of its height.
  const law = { mean: 0, deviation: Math.abs(width) };
  const height = Math.max(y(densityOf(width, law)), top);
  const handle = (
    { name, label, letter }: Handle,
    value: number,
    scale: AxisScale,
    across: number,
  ) => (
    <g {...usePart(name)}>
      <Grip
        along="x"
        scale={scale}
        across={across}
        value={value}
        min={schema[name].min}
        max={schema[name].max}
        step={0.1}
        label={label}
        text={numberText(value, decimalsFor([value], 3))}
        onMove={(moved, gesture) => children.onMove({ [name]: moved }, gesture)}
      />
      <text class="mark-label" x={scale(value) + 9} y={across - 5}>
        {letter}
      </text>
    </g>
  );
  return (
    <>
      {handle(children.centre, centre, x, y(0))}
      {handle(children.width, width, fromCentre, height)}
    </>
  );
}
