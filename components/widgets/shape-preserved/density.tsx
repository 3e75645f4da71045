import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import { ControlMessage } from '#controls/control-message.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { BAR_WIDTH, BARS, END, heightOf, TALLEST } from './distributions.ts';
import type { Bar, Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** Space over the tallest bar. */
const TOP = 1.08 * TALLEST;

/** What the sample is drawn from: a curve with a formula, or a sketch; dragging makes a sketch of either. */
export function Density({ model, t }: Props) {
  const id = useId();
  const { distribution } = model.state.params.value;
  const name = t(`distribution.${distribution}`);
  return (
    <section {...usePart('density')}>
      <PanelTitle name={t('density', { name })} note={t('densityHow')} />
      <Plot
        x={{ from: 0, to: END, label: t('value') }}
        y={{ from: 0, to: TOP, label: t('often'), ticks: 0 }}
        interactive
        label={t('densityLabel', { name })}
      >
        {(scales) => (
          <>
            <Bars model={model} t={t} {...scales} />
            {distribution !== 'sketch' && (
              <path class="curve" d={curvePath(scales, heightOf(distribution))} />
            )}
          </>
        )}
      </Plot>
      <ControlMessage id={`${id}-message`} name="sketch" problem={undefined} />
    </section>
  );
}

function curvePath({ x, y }: PlotScales, height: (x: number) => number): string {
  const count = 10 * BARS;
  const points = Array.from({ length: count + 1 }, (_, place) => {
    const value = (place / count) * END;
    return `${x(value).toFixed(2)} ${y(0.9 * TALLEST * height(value)).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}

/** The bars of the sketch: one tab stop, in which arrows move sideways and change heights. */
function Bars({ model, t, x, y }: Props & PlotScales) {
  const active = useSignal(0);
  const drags = useRef(0);
  const last = useRef<Bar | undefined>(undefined);
  const isSketch = model.state.params.value.distribution === 'sketch';
  const heights = Array.from(model.sketch.value.data);

  function barAt(event: PointerEvent & { readonly currentTarget: SVGElement }): Bar | undefined {
    const svg = event.currentTarget.closest('svg');
    const matrix = svg?.getScreenCTM()?.inverse();
    if (!matrix) return undefined;
    // Whatever scales the figure, slides among it, is in the matrix.
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const bar = Math.floor(x.invert(point.x) / BAR_WIDTH);
    return { bar: Math.min(Math.max(bar, 0), BARS - 1), height: y.invert(point.y) };
  }

  function drag(event: PointerEvent & { readonly currentTarget: SVGElement }): void {
    const to = barAt(event);
    if (!to) return;
    model.drawBars(last.current ?? to, to, `sketch ${drags.current}`);
    last.current = to;
    active.value = to.bar;
  }

  function handleKey(event: KeyboardEvent & { readonly currentTarget: SVGElement }, bar: number) {
    const to = { ArrowLeft: bar - 1, ArrowRight: bar + 1 }[event.key];
    const height = {
      ArrowUp: heights[bar] + 0.5,
      ArrowDown: heights[bar] - 0.5,
      PageUp: heights[bar] + 2,
      PageDown: heights[bar] - 2,
      Home: 0,
      End: TALLEST,
    }[event.key];
    if (to === undefined && height === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (height !== undefined) model.drawBars({ bar, height }, { bar, height });
    if (to === undefined || to < 0 || to >= BARS) return;
    active.value = to;
    (event.currentTarget.parentElement?.children[to] as SVGElement | undefined)?.focus();
  }

  return (
    <g
      class={`sketch ${isSketch ? 'own' : ''}`}
      onPointerDown={(event) => {
        event.preventDefault();
        drags.current++;
        last.current = undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
    >
      {heights.map((height, bar) => {
        const [left, right] = [x(bar * BAR_WIDTH), x((bar + 1) * BAR_WIDTH)];
        return (
          <g
            key={bar}
            tabindex={bar === active.value ? 0 : -1}
            role="slider"
            aria-orientation="vertical"
            aria-label={t('bar', { from: bar * BAR_WIDTH, to: (bar + 1) * BAR_WIDTH })}
            aria-valuemin={0}
            aria-valuemax={TALLEST}
            aria-valuenow={height}
            onFocus={() => {
              active.value = bar;
            }}
            onKeyDown={(event) => handleKey(event, bar)}
          >
            <rect class="reach" x={left} y={y(TOP)} width={right - left} height={y(0) - y(TOP)} />
            <rect
              class="bar"
              x={left + 0.5}
              y={y(height)}
              width={right - left - 1}
              height={y(0) - y(height)}
            />
          </g>
        );
      })}
    </g>
  );
}
