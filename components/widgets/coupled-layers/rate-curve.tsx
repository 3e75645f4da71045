import { useId } from 'preact/hooks';
import { lineThrough } from '#charts/curve.ts';
import { Grip } from '#charts/grip.tsx';
import { powerText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { FirstOrder } from './first-order.tsx';
import type { Model } from './model.ts';
import type { Outcome } from './outcome.ts';
import { outputAxisOf, snapOf, snapped, unitOf } from './rate-axis.ts';
import type { Key } from './strings.ts';
import { lengthText, shortText, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** A mark nearer to the start of the axis than this part of it would stand on the axis itself. */
const TOLD_APART = 0.06;

/** The output over the length of the step, with its tangent at 0; the present length can be dragged. */
export function RateCurve({ model, t }: Props) {
  const end = model.axisEnd.value;
  const unit = unitOf(end);
  const axis = outputAxisOf(model);
  const set = (wanted: number, gesture?: string): void =>
    model.setEpsilon(snapped(wanted * unit, end), gesture);
  return (
    <section {...usePart('curve')}>
      <PanelTitle name={t('curve')} note={t('curveNote')} />
      <div
        onPointerDownCapture={model.hold}
        onPointerUp={model.release}
        onPointerCancel={model.release}
        onPointerLeave={model.release}
      >
        <Plot
          x={{
            from: 0,
            to: end / unit,
            label: unit === 1 ? 'ε' : t('lengthAxisIn', { unit: powerText(unit) }),
          }}
          y={{ ...axis, label: 'ŷ' }}
          ratio={0.66}
          interactive
          label={t('curveText', { ...valuesOf(model), end: lengthText(end) })}
          onX={(wanted) => set(wanted, model.press())}
        >
          {(scales) => (
            <>
              <Curves model={model} t={t} {...scales} />
              <g {...usePart('epsilon')}>
                <Grip
                  along="x"
                  scale={scales.x}
                  across={scales.y(axis.from)}
                  value={model.state.params.value.epsilon / unit}
                  min={0}
                  max={end / unit}
                  step={snapOf(end) / unit}
                  label={t('param.epsilon')}
                  text={lengthText(model.epsilon.value)}
                  onMove={set}
                />
              </g>
            </>
          )}
        </Plot>
      </div>
      <FirstOrder model={model} t={t} />
    </section>
  );
}

/** Everything between the axes; what leaves them is cut off. */
function Curves({ model, t, x, y }: Props & PlotScales) {
  const clip = useId();
  const end = model.axisEnd.value;
  const unit = unitOf(end);
  const { from, to } = outputAxisOf(model);
  const across = (length: number): number => x(length / unit);
  const inner = { model, t, across, y, bounds: [from, to] as const };
  const { result, wholeOutcome, wholeNormOutcome, tenth } = model;
  const now = across(model.epsilon.value);
  return (
    <>
      <clipPath id={clip}>
        <rect x={across(0)} y={y(to)} width={across(end) - across(0)} height={y(from) - y(to)} />
      </clipPath>
      {tenth.value && tenth.value.length >= TOLD_APART * end && tenth.value.length <= end && (
        <Tenth t={t} x={across(tenth.value.length)} y={y(from)} />
      )}
      <path class="now" d={`M${now} ${y(from)}V${y(to)}`} />
      <g clip-path={`url(#${clip})`}>
        <path class="zero" d={`M${across(0)} ${y(0)}H${across(end)}`} />
        <Curve
          {...inner}
          part="output"
          points={result.value.curve.data}
          outcome={wholeOutcome.value}
        />
        {model.isNormalized.value && (
          <Curve
            {...inner}
            part="norm-output"
            points={result.value.normCurve.data}
            outcome={wholeNormOutcome.value}
          />
        )}
      </g>
      <Marks {...inner} part="output" outcome={wholeOutcome.value} />
      {model.isNormalized.value && (
        <Marks {...inner} part="norm-output" outcome={wholeNormOutcome.value} />
      )}
    </>
  );
}

/** The length that is to lower the output by 0.1 to first order, as a mark at the axis. */
function Tenth({ t, x, y }: Pick<Props, 't'> & { readonly x: number; readonly y: number }) {
  return (
    <g {...usePart('tenth')} class="tenth-mark">
      <path d={`M${x} ${y}v-9`} />
      <text class="mark-label" x={x + 4} y={y - 5}>
        {t('tenthMark')}
      </text>
    </g>
  );
}

type CurveProps = Props & {
  readonly across: (length: number) => number;
  readonly y: PlotScales['y'];
  readonly bounds: readonly [from: number, to: number];
  readonly part: 'output' | 'norm-output';
  readonly outcome: Outcome;
};

/** What the output really does, and the tangent that the gradient knows. */
function Curve({
  model,
  across,
  y,
  part,
  outcome,
  points,
}: CurveProps & { readonly points: Float32Array }) {
  const places = Array.from(
    points,
    (loss, point) => [across(model.curveAt(point)), y(loss)] as const,
  );
  const { before, promised } = outcome;
  const end = model.axisEnd.value;
  const slope = model.epsilon.value > 0 ? (promised - before) / model.epsilon.value : 0;
  return (
    <g class={part} {...usePart(part)}>
      <path
        class="theory"
        d={`M${across(0)} ${y(before)}L${across(end)} ${y(before + slope * end)}`}
      />
      <path class="curve" d={lineThrough(places)} />
    </g>
  );
}

/** Promise and truth at the present length, each with its number. */
function Marks({ model, t, across, y, bounds, part, outcome }: CurveProps) {
  const now = across(model.epsilon.value);
  const [from, to] = bounds;
  const { promised, after } = outcome;
  const seen = promised >= from && promised <= to;
  return (
    <g class={part} {...usePart(part)}>
      {seen && <path class="gap" d={`M${now} ${y(promised)}V${y(after)}`} />}
      {seen && <circle class="promise" cx={now} cy={y(promised)} r={4} />}
      <circle class="deed" cx={now} cy={y(after)} r={4.5} />
      {part === 'output' && (
        <Labels
          now={now}
          promise={Math.min(Math.max(y(promised), y(to) + 10), y(from) - 8)}
          truth={Math.min(Math.max(y(after), y(to) + 10), y(from) - 8)}
          promiseText={`${t('promised')} ${shortText(promised)} ${seen ? '' : t(promised < from ? 'below' : 'above')}`}
          truthText={`${t('truth')} ${shortText(after)}`}
        />
      )}
    </g>
  );
}

type LabelsProps = {
  readonly now: number;
  /** Heights at which the texts would best stand. */
  readonly promise: number;
  readonly truth: number;
  readonly promiseText: string;
  readonly truthText: string;
};

/** Least distance of two lines of text. */
const LINE = 14;

/** Two texts beside a place, on the side that has room, moved apart where they would meet. */
function Labels({ now, promise, truth, promiseText, truthText }: LabelsProps) {
  const beside =
    now > 200
      ? ({ x: now - 9, 'text-anchor': 'end' } as const)
      : ({ x: now + 9, 'text-anchor': 'start' } as const);
  const apart = Math.abs(promise - truth);
  const push = Math.max(LINE - apart, 0);
  const [upper, lower] = [Math.min(promise, truth) - push, Math.max(promise, truth)];
  const promiseIsUpper = promise < truth;
  return (
    <>
      <text class="mark-label" {...beside} y={(promiseIsUpper ? lower : upper) + 4}>
        {truthText}
      </text>
      <text class="mark-label" {...beside} y={(promiseIsUpper ? upper : lower) + 4}>
        {promiseText}
      </text>
    </>
  );
}
