import type { ComponentChildren } from 'preact';
import { Grip } from '#charts/grip.tsx';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import { LINE, type LayerProps } from './plot-layout.ts';
import { shortText } from './words.ts';

/** What an arrow key adds, and a drag snaps to. */
const STEP = 0.1;

/** The values, to be dragged along their line. */
export function ValueGrips({ model, t, scales }: LayerProps) {
  const { x } = model.own.value;
  const highest = Math.max(...model.ranks.value, 1);
  return (
    <g {...usePart('x')} class="grips x">
      {Array.from(x.data, (value, index) => (
        <Handle key={index} model={model} index={index}>
          <Grip
            along="x"
            scale={scales.x}
            across={LINE - (model.ranks.value[index] ?? 0) * Math.min(9, 24 / highest)}
            value={value}
            {...reach(model, 'x')}
            step={STEP}
            label={t('valueOf', { index: index + 1 })}
            text={shortText(value)}
            class={index === model.current.value ? 'current' : ''}
            onMove={(moved, gesture) => model.setX(index, moved, gesture)}
          />
        </Handle>
      ))}
    </g>
  );
}

/** The gradient that reaches every value, to be dragged up and down. */
export function UpstreamGrips({ model, t, scales }: LayerProps) {
  const { x, upstream } = model.own.value;
  return (
    <g {...usePart('upstream')} class="grips">
      {Array.from(upstream.data, (value, index) => (
        <Handle key={index} model={model} index={index}>
          <Grip
            along="y"
            scale={scales.upstream}
            across={scales.x(x.data[index])}
            value={value}
            {...reach(model, 'upstream')}
            step={STEP}
            label={t('gradientOf', { index: index + 1 })}
            text={shortText(value)}
            class={index === model.current.value ? 'current' : ''}
            onMove={(moved, gesture) => model.setUpstream(index, moved, gesture)}
          />
        </Handle>
      ))}
    </g>
  );
}

type HandleProps = Pick<LayerProps, 'model'> & {
  readonly index: number;
  readonly children: ComponentChildren;
};

/** What belongs to a value makes it the one that is spoken of. */
function Handle({ model, index, children }: HandleProps) {
  return (
    <g
      onPointerEnter={() => (model.pointed.value = index)}
      onPointerLeave={() => (model.pointed.value = undefined)}
      onFocusIn={() => model.choose(index)}
    >
      {children}
    </g>
  );
}

/** All that a value may be; while it is dragged, only as far as the axis goes. */
function reach(model: Model, axis: 'x' | 'upstream') {
  const { min, max } = schema.values;
  const [from, to] = model.domains.value[axis];
  return model.dragging.value ? { min: Math.max(from, min), max: Math.min(to, max) } : { min, max };
}
