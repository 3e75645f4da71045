import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { LambdaAxis, LaneAxis } from './lane-axes.tsx';
import { Lane } from './lane.tsx';
import { isShortened, type Model, type Unit } from './model.ts';
import { Arrow, Plane, Tip } from './plane.tsx';
import type { Key } from './strings.ts';
import { narrowText, shortText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Every unit's weights and gradient as arrows, and how long the one is for the other. */
export function Units({ model, t }: Props) {
  const isRow = model.params.value.unit === 'row';
  return (
    <div
      class="units"
      onPointerDownCapture={model.hold}
      onPointerUp={model.release}
      onPointerCancel={model.release}
    >
      <div class="unit heads">
        <span class="unit-name">{t('unitName')}</span>
        <div class="planes">
          <Head name={t('weightHead')} note={t('weightNote')} />
          <Head name={t('adaptiveHead')} note={t(isRow ? 'adaptiveNote' : 'adaptiveWholeNote')} />
          <Head name={t('globalHead')} note={t('globalNote')} />
        </div>
        <div>
          <Head name={t('ratioHead')} note={t('ratioNote')} />
          <LambdaAxis model={model} t={t} />
        </div>
      </div>
      {model.units.value.map((unit) => (
        <UnitRow key={unit.index} model={model} t={t} unit={unit} />
      ))}
      <Whole model={model} t={t} />
      <div class="unit">
        <span class="unit-name" />
        <p class="axis-note">
          ‖G‖ / ‖W‖*
          <br />
          <span {...usePart('rate')}>
            {t('stepAxis', { rate: shortText(model.params.value.rate) })}
          </span>
        </p>
        <LaneAxis model={model} />
      </div>
    </div>
  );
}

const Head = ({ name, note }: { readonly name: string; readonly note: string }) => (
  <p class="head">
    <b>{name}</b>
    <small>{note}</small>
  </p>
);

function UnitRow({ model, t, unit }: Props & { readonly unit: Unit }) {
  const { index } = unit;
  return (
    <div
      class="unit"
      data-current={index === model.current.value.index}
      onPointerEnter={() => (model.pointed.value = index)}
      onPointerLeave={() => (model.pointed.value = undefined)}
      onFocusIn={() => model.choose(index)}
    >
      <b class="unit-name">
        <span class="word">{t('unitName')}</span> {index + 1}
      </b>
      <div class="planes">
        <Weights model={model} t={t} unit={unit} />
        <Gradient model={model} t={t} unit={unit} way="adaptive" />
        <Gradient model={model} t={t} unit={unit} way="global" />
      </div>
      <Lane model={model} t={t} measured={unit} unit={unit} />
    </div>
  );
}

type UnitProps = Props & { readonly unit: Unit };

function Weights({ model, t, unit }: UnitProps) {
  const { index, weight, weightNorm, star } = unit;
  const length = narrowText(weightNorm);
  return (
    <figure class="panel" {...usePart('weights')}>
      <Plane
        label={t('weightPlane', { index: index + 1, length })}
        scale={model.scales.value.weights[index]}
      >
        {(at, sized) => (
          <>
            {star > weightNorm && <circle class="least" {...usePart('epsilon')} r={sized(star)} />}
            <Arrow to={at(weight)} kind="weight" />
            <Tip
              model={model}
              tensor="weights"
              index={index}
              label={t('weightArrow', { index: index + 1 })}
              text={(x, y, size) => t('pairText', { x, y, length: size })}
            />
          </>
        )}
      </Plane>
      <figcaption>
        ‖W‖ = {length}
        {star > weightNorm && `, ε = ${narrowText(star)}`}
      </figcaption>
    </figure>
  );
}

/** A gradient before and after; only where it is adaptive is there a limit of its own. */
function Gradient({ model, t, unit, way }: UnitProps & { readonly way: 'adaptive' | 'global' }) {
  const { index, gradient, gradientNorm, most } = unit;
  const isAdaptive = way === 'adaptive';
  const factor = unit[way];
  const clipped = [gradient[0] * factor, gradient[1] * factor] as const;
  const [before, after] = [gradientNorm, gradientNorm * factor].map(narrowText);
  const hasDisc = isAdaptive && model.params.value.unit === 'row';
  return (
    <figure class="panel" {...usePart(way)}>
      <Plane
        label={t(isAdaptive ? 'adaptivePlane' : 'globalPlane', { index: index + 1, before, after })}
        scale={model.scales.value.gradients[index]}
      >
        {(at, sized) => (
          <>
            {hasDisc && <circle class="allowed" {...usePart('limit')} r={sized(most)} />}
            <Arrow to={at(gradient)} kind="before" />
            <Arrow to={at(clipped)} kind="after" />
            {isAdaptive && (
              <Tip
                model={model}
                tensor="gradients"
                index={index}
                label={t('gradientArrow', { index: index + 1 })}
                text={(x, y, length) => t('pairText', { x, y, length })}
              />
            )}
          </>
        )}
      </Plane>
      <figcaption>‖G‖ = {isShortened(factor) ? `${before} → ${after}` : before}</figcaption>
    </figure>
  );
}

/** The whole parameter as one: its ratio tells little of its units. */
function Whole({ model, t }: Props) {
  const { weightNorm, gradientNorm } = model.whole.value;
  return (
    <div class="unit whole" {...usePart('whole')}>
      <b class="unit-name">{t('wholeName')}</b>
      <p class="axis-note">
        {t('asOne', { weight: shortText(weightNorm), gradient: shortText(gradientNorm) })}
      </p>
      <Lane model={model} t={t} measured={model.whole.value} />
    </div>
  );
}
