import { Grip } from '#charts/grip.tsx';
import { powerText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { LEFT, placeOf, RIGHT, scaleOf, WIDTH } from './lane-scale.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import type { Key } from './strings.ts';
import { percentText, shortText } from './words.ts';

type Props = ViewProps<Model, Key>;

const AXIS_HEIGHT = 46;

/** Round ratios under the lanes, and what a step is of the weights there. */
export function LaneAxis({ model }: Pick<Props, 'model'>) {
  const scale = scaleOf(model);
  const { rate } = model.params.value;
  const ticks = scale.ticks(7);
  return (
    <svg class="plot lane-axis" viewBox={`0 0 ${WIDTH} ${AXIS_HEIGHT}`} aria-hidden="true">
      <path class="axis" d={`M${LEFT} 0.5H${RIGHT}`} />
      {ticks.map((ratio) => (
        <g key={ratio} text-anchor="middle">
          <text class="axis-label" x={scale(ratio)} y={15}>
            {ratio < 0.01 || ratio >= 1e4 ? powerText(ratio) : ratio}
          </text>
          <text {...usePart('rate')} class="step" x={scale(ratio)} y={33}>
            {percentText(ratio * rate)}
          </text>
        </g>
      ))}
    </svg>
  );
}

const HEAD = 30;

/** The limit over the lanes, to be dragged. */
export function LambdaAxis({ model, t }: Props) {
  const scale = scaleOf(model);
  const { lambda } = model.state.params.value;
  const { x } = placeOf(scale, lambda);
  const isLeft = x > WIDTH / 2;
  return (
    <svg
      class="plot lambda-axis"
      role="group"
      aria-label={t('axis', { lambda: shortText(lambda) })}
      viewBox={`0 0 ${WIDTH} ${HEAD}`}
    >
      <g {...usePart('lambda')}>
        <path class="limit" d={`M${x} ${HEAD / 2}V${HEAD}`} />
        <text
          class="mark-label"
          x={x + (isLeft ? -13 : 13)}
          y={HEAD / 2 + 4}
          text-anchor={isLeft ? 'end' : 'start'}
        >
          λ = {shortText(lambda)}
        </text>
        <Grip
          along="x"
          scale={scale}
          across={HEAD / 2}
          value={lambda}
          min={schema.lambda.min}
          max={schema.lambda.max}
          step={schema.lambda.step}
          label={t('lambdaGrip')}
          text={shortText(lambda)}
          onMove={(value, gesture) => model.state.edit({ lambda: Math.fround(value) }, gesture)}
        />
      </g>
    </svg>
  );
}
