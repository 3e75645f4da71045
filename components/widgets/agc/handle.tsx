import { useRef } from 'preact/hooks';
import type { Pair } from './model.ts';

export type HandleProps = {
  /** Where it stands in the picture. */
  readonly at: Pair;
  readonly label: string;
  /** Its value in words, and as a number between 0 and `max`. */
  readonly text: string;
  readonly value: number;
  readonly max: number;
  /** Where it has been dragged to, in the picture; moves of one drag have the same gesture. */
  readonly onDrag: (place: Pair, gesture: string) => void;
  /** Steps of the arrow keys, to the right and up; ten at once with Shift. */
  readonly onStep: (steps: Pair) => void;
  /** Radius of what can be taken hold of. */
  readonly reach: number;
};

const ARROWS: Readonly<Record<string, Pair>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A round handle that can be dragged anywhere in a picture, or moved by the arrow keys. */
export function Handle({ at: [x, y], label, text, value, max, ...props }: HandleProps) {
  const drags = useRef(0);

  function drag(event: PointerEvent & { readonly currentTarget: SVGElement }): void {
    const svg = event.currentTarget.closest('svg');
    if (!svg || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // Whatever scales the figure, slides among it, is in the matrix.
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM()?.inverse(),
    );
    props.onDrag([place.x, place.y], `drag ${label} ${drags.current}`);
  }

  return (
    <g
      class="handle"
      // In lower case: SVG elements take attribute names to the letter.
      tabindex={0}
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      onPointerDown={(event) => {
        drags.current++;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (!Object.hasOwn(ARROWS, event.key)) return;
        const [right, up] = ARROWS[event.key];
        const times = event.shiftKey ? 10 : 1;
        event.preventDefault();
        event.stopPropagation();
        props.onStep([right * times, up * times]);
      }}
    >
      <circle class="reach" cx={x} cy={y} r={props.reach} />
      <circle class="grip" cx={x} cy={y} r={5.5} />
    </g>
  );
}
