import type { AxisScale } from '#charts/axis-scale.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Handle } from './handle.tsx';
import { LEFT, placeOf, RIGHT, scaleOf, WIDTH } from './lane-scale.ts';
import { isShortened, ratioAfter, type Measured, type Model, type Unit } from './model.ts';
import type { Key } from './strings.ts';
import { shortText, timesText } from './words.ts';

type Props = ViewProps<Model, Key>;

const HEIGHT = 122;
/** Where the two ways of clipping have their lines. */
const ADAPTIVE = 36;
const GLOBAL = 90;
const HALFWAY = (ADAPTIVE + GLOBAL) / 2;

type LaneProps = Props & { readonly measured: Measured; readonly unit?: Unit };

/** How long a gradient is for its weights, and what either way of clipping makes of it. */
export function Lane({ model, t, measured, unit }: LaneProps) {
  const { ratio, adaptive, global } = measured;
  const scale = scaleOf(model);
  const { unit: clipped, lambda } = model.params.value;
  const isClippedAsOne = (clipped === 'row') === (unit !== undefined);
  const limit = placeOf(scale, lambda).x;
  const values = {
    index: (unit?.index ?? 0) + 1,
    before: shortText(ratio),
    adaptive: shortText(ratioAfter(ratio, adaptive ?? 1)),
    global: shortText(ratio * global),
  };
  return (
    <svg
      class="plot lane"
      role="group"
      aria-label={t(unit ? 'lane' : 'wholeLane', values)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {isClippedAsOne && (
        <rect
          class="allowed"
          {...usePart('limit')}
          x={LEFT}
          y={0}
          width={limit - LEFT}
          height={HALFWAY}
        />
      )}
      <g class="tick">
        {scale.ticks(9).map((value) => (
          <path key={value} d={`M${scale(value)} 0V${HEIGHT}`} />
        ))}
      </g>
      <path
        class={isClippedAsOne ? 'limit' : 'limit elsewhere'}
        {...usePart('lambda')}
        d={`M${limit} 0V${isClippedAsOne ? HALFWAY : 0}M${limit} ${isClippedAsOne ? HALFWAY : 0}V${HEIGHT}`}
      />
      <Way
        t={t}
        name="adaptive"
        y={ADAPTIVE}
        ratio={ratio}
        factor={adaptive}
        scale={scale}
        limit={limit}
      />
      <Way
        t={t}
        name="global"
        y={GLOBAL}
        ratio={ratio}
        factor={global}
        scale={scale}
        limit={limit}
      />
      {unit && <LengthHandle model={model} t={t} unit={unit} scale={scale} />}
    </svg>
  );
}

type WayProps = {
  readonly t: Props['t'];
  readonly name: 'adaptive' | 'global';
  readonly y: number;
  readonly ratio: number;
  readonly factor: number | undefined;
  readonly scale: AxisScale;
  /** Where the line of λ is. */
  readonly limit: number;
};

/** From the ratio before to the one after: a factor is a distance. */
function Way({ t, name, y, ratio, factor, scale, limit }: WayProps) {
  const before = placeOf(scale, ratio);
  const after = placeOf(scale, ratioAfter(ratio, factor ?? 1));
  const part = usePart(name);
  const isMoved = isShortened(factor) && ratio > 0;
  const ends = ratio === 0 ? [] : isMoved ? [before, after] : [before];
  return (
    <g {...part} class="way">
      <text x={LEFT - 10} y={y + 4} text-anchor="end">
        {t(name)}
      </text>
      {isMoved && <Shift from={before.x} to={after.x} y={y} label={timesText(factor ?? 1)} />}
      {ratio > 0 && <circle class="before" cx={before.x} cy={y} r={4.5} />}
      {ratio > 0 && factor !== undefined && (
        <circle class="after" cx={after.x} cy={y} r={isMoved ? 4.5 : 8} data-kept={!isMoved} />
      )}
      {ends.map(
        ({ x, beyond }, index) =>
          beyond && (
            <text key={index} class="mark-label" x={x} y={y + 19} text-anchor="middle">
              {beyond}
            </text>
          ),
      )}
      {!isMoved && (
        <text class="mark-label" {...beside(before.x, limit)} y={y + 4}>
          {ratio === 0 ? t('zeroGradient') : factor === undefined ? shortText(ratio) : t('stays')}
        </text>
      )}
    </g>
  );
}

type ShiftProps = {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly label: string;
};

/** An arrow to the left; a short one has no room for its head. */
function Shift({ from, to, y, label }: ShiftProps) {
  const head = from - to < 14 ? '' : 'm7 -4l-7 4l7 4';
  return (
    <>
      <path class="shift" d={`M${from} ${y}H${to + 5}${head}`} />
      <text class="mark-label" x={(from + to) / 2} y={y - 9} text-anchor="middle">
        {label}
      </text>
    </>
  );
}

/** What a word beside a mark takes along the axis. */
const ROOM = 60;

/** Left of a mark that has the limit or the end of the axis right beside it. */
function beside(x: number, limit: number) {
  const isLeft = (x < limit && x > limit - ROOM) || x > RIGHT - ROOM;
  return isLeft && x > LEFT + ROOM
    ? ({ x: x - 13, 'text-anchor': 'end' } as const)
    : ({ x: x + 13, 'text-anchor': 'start' } as const);
}

/** What an arrow key multiplies a length by. */
const NUDGE = 10 ** 0.05;

/** Drags a gradient longer or shorter along the axis; its direction stays. */
function LengthHandle({ model, t, unit, scale }: Props & { unit: Unit; scale: AxisScale }) {
  const { index, gradientNorm } = unit;
  const ratio = model.ownRatio(index);
  if (!(ratio > 0 && ratio < Infinity)) return null;
  return (
    <g {...usePart('ratio')}>
      <Handle
        reach={17}
        at={[placeOf(scale, ratio).x, ADAPTIVE]}
        label={t('lengthOf', { index: index + 1 })}
        text={t('ratioText', { ratio: shortText(ratio), length: shortText(gradientNorm) })}
        value={Number(ratio.toPrecision(4))}
        max={Number(Math.max(ratio, scale.invert(RIGHT)).toPrecision(4))}
        onDrag={([x], gesture) =>
          model.setRatio(index, scale.invert(Math.min(Math.max(x, LEFT), RIGHT)), gesture)
        }
        onStep={([right, up]) => model.setRatio(index, ratio * NUDGE ** (right + up))}
      />
    </g>
  );
}
