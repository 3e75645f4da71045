import { useRef } from 'preact/hooks';
import type { AxisScale } from './axis-scale.ts';

export type GripProps = {
  /** The axis that the grip moves along; `across` is its position on the other one, in the picture. */
  readonly along: 'x' | 'y';
  readonly scale: AxisScale;
  /** A percentage in a picture that has no units of its own across. */
  readonly across: number | `${number}%`;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds, and what a drag snaps to. */
  readonly step: number;
  readonly label: string;
  /** The value in words. */
  readonly text: string;
  /** Moves of one drag have the same gesture. */
  readonly onMove: (value: number, gesture?: string) => void;
  readonly class?: string;
};

/** A round handle in a plot, to be dragged along one axis or moved by the arrow keys. */
export function Grip(props: GripProps) {
  const { along, scale, across, value, min, max, step, label, text, onMove } = props;
  const drags = useRef(0);
  const place = scale(Math.min(Math.max(value, min), max));

  function moveTo(wanted: number, gesture?: string): void {
    const snapped = Number((Math.round(wanted / step) * step).toFixed(6));
    const bounded = Math.min(Math.max(snapped, min), max);
    if (bounded !== value) onMove(bounded, gesture);
  }

  function drag(event: PointerEvent & { readonly currentTarget: SVGElement }): void {
    const svg = event.currentTarget.closest('svg');
    if (!svg || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // The plot around it may be dragged as well.
    event.stopPropagation();
    // Whatever scales the figure, slides among it, is in the matrix.
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM()?.inverse(),
    );
    moveTo(scale.invert(along === 'x' ? x : y), `drag ${label} ${drags.current}`);
  }

  return (
    <circle
      class={`grip ${props.class ?? ''}`}
      cx={along === 'x' ? place : across}
      cy={along === 'x' ? across : place}
      r={6}
      // In lower case: SVG elements take attribute names to the letter.
      tabindex={0}
      role="slider"
      aria-label={label}
      aria-orientation={along === 'x' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      onPointerDown={(event) => {
        event.stopPropagation();
        drags.current++;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const up = event.key === 'ArrowUp' || event.key === 'ArrowRight';
        const down = event.key === 'ArrowDown' || event.key === 'ArrowLeft';
        const far = event.key === 'PageUp' ? 10 : event.key === 'PageDown' ? -10 : 0;
        if (!up && !down && !far) return;
        event.preventDefault();
        event.stopPropagation();
        moveTo(value + step * (far || (up ? 1 : -1)));
      }}
    />
  );
}
