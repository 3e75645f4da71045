import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { linesOf } from './label-lines.ts';
import { project, type Projection } from './projection.ts';
import type { SceneLabel } from './scene.ts';
import { useTheme } from './surroundings.ts';

type Letters = { readonly em: number; readonly widthOf: (text: string) => number };

/** Until it is known how wide letters are, every text has one line. */
const UNKNOWN: Letters = { em: 0, widthOf: () => 0 };

type Props = { readonly labels: readonly SceneLabel[]; readonly projection: Projection };

/** Words at points of a scene; those side by side do not run into each other. */
export function Labels({ labels, projection }: Props) {
  const group = useRef<SVGGElement>(null);
  const letters = useSignal(UNKNOWN);
  const theme = useTheme();

  useLayoutEffect(() => {
    const sample = group.current?.querySelector('text');
    if (sample) letters.value = lettersOf(sample);
  }, [theme.value, labels.length === 0]);

  const placed = labels.map((label) => ({ ...label, point: project(projection, label.at) }));
  const { em, widthOf } = letters.value;
  const lines = linesOf(placed, em, widthOf);
  return (
    <g ref={group}>
      {placed.flatMap(({ text, at, point, hue, anchor = 'middle' }, index) =>
        lines[index].map((line, count) => (
          <text
            key={`${text} ${at.join()} ${count}`}
            class={hueClass(hue)}
            x={point.x}
            y={line.y}
            text-anchor={anchor}
          >
            {line.text}
          </text>
        )),
      )}
    </g>
  );
}

export const hueClass = (hue: number | undefined): string =>
  hue === undefined ? '' : `hue-${hue + 1}`;

function lettersOf(sample: SVGTextElement): Letters {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(sample);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return UNKNOWN;
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return { em: parseFloat(fontSize), widthOf: (text) => context.measureText(text).width };
}
