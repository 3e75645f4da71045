import type { ComponentChildren } from 'preact';
import { Handle } from './handle.tsx';
import { MOST } from './sizes.ts';
import { snapOf, type Model, type Pair, type Tensor } from './model.ts';
import { shortText } from './words.ts';

/** From the middle of a panel to its edge, in units of its picture. */
const HALF = 50;

type PlaneProps = {
  readonly label: string;
  /** Length of an arrow from the middle to the edge. */
  readonly scale: number;
  readonly children: (
    at: (pair: Pair) => Pair,
    sized: (length: number) => number,
  ) => ComponentChildren;
  readonly class?: string;
};

/** A plane with arrows from its middle. */
export function Plane({ label, scale, children, ...props }: PlaneProps) {
  const sized = (length: number): number => rounded((length / scale) * HALF);
  return (
    <svg
      class={`plot plane ${props.class ?? ''}`}
      role="group"
      aria-label={label}
      viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`}
    >
      <path class="cross" d={`M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}`} />
      {children(([x, y]) => [sized(x), rounded(-(y / scale) * HALF)], sized)}
    </svg>
  );
}

/** Positions come in hundredths of the picture's units: what is finer is not seen, but loaded. */
const rounded = (position: number): number => Math.round(100 * position) / 100 + 0;

/** Too short an arrow has no room for a head. */
const LEAST = 9;

/** An arrow from the middle of a plane. */
export function Arrow({ to: [x, y], kind }: { readonly to: Pair; readonly kind: string }) {
  const length = Math.hypot(x, y);
  const [along, across] = [(7 * x) / length, (3.5 * x) / length];
  const [up, aside] = [(7 * y) / length, (3.5 * y) / length];
  const head =
    length < LEAST
      ? ''
      : `M${rounded(x - along - aside)} ${rounded(y - up + across)}L${x} ${y}L${rounded(x - along + aside)} ${rounded(y - up - across)}`;
  return <path class={`arrow ${kind}`} d={`M0 0L${x} ${y}${head}`} />;
}

type TipProps = {
  readonly model: Model;
  readonly tensor: Tensor;
  readonly index: number;
  readonly label: string;
  readonly text: (x: string, y: string, length: string) => string;
};

/** The end of an arrow, to be dragged over its plane. */
export function Tip({ model, tensor, index, label, text }: TipProps) {
  const scale = model.scales.value[tensor][index];
  const pair = model.ownArrow(tensor, index);
  const snap = snapOf(scale);
  const move = (wanted: Pair, gesture?: string): void => {
    const [x, y] = wanted.map((value) => Number((Math.round(value / snap) * snap).toPrecision(6)));
    if (x !== pair[0] || y !== pair[1]) model.setArrow(tensor, index, [x, y], gesture);
  };
  const length = Math.hypot(...pair);
  const edge = (value: number): number => Math.min(Math.max((value / scale) * HALF, -HALF), HALF);
  return (
    <Handle
      reach={13}
      at={[rounded(edge(pair[0])), rounded(edge(-pair[1]))]}
      label={label}
      text={text(shortText(pair[0]), shortText(pair[1]), shortText(length))}
      value={Number(length.toPrecision(4))}
      max={Math.ceil(Math.hypot(MOST, MOST))}
      onDrag={(place, gesture) => {
        const inside = place.map((value) => Math.min(Math.max(value, -HALF), HALF));
        move([(inside[0] / HALF) * scale, (-inside[1] / HALF) * scale], gesture);
      }}
      onStep={([right, up]) => move([pair[0] + right * snap, pair[1] + up * snap])}
    />
  );
}
