import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { images } from '#nd/sample-images.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { brighter, imageOf, MAX_BATCH, SIDE } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { imageName } from './words.ts';

const dark: NdArray = ndArray([SIDE, SIDE], new Float32Array(SIDE * SIDE));

/** What can become of the other image. */
const changes = {
  none: (image: NdArray) => image,
  brighter,
  negative: ({ shape, data }: NdArray) =>
    ndArray(
      shape,
      data.map((value) => Math.round(100 - value * 100) / 100),
    ),
  picture: () => images.glyph(SIDE),
  dark: () => dark,
} as const;

/** Who watches, who is changed and how, and the statistics of evaluation. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { x, replacement } = model.state.params.value;
  const { mine, changed } = model.roles.value;
  const count = x.shape[0];
  const options = (without: number | undefined) =>
    Array.from({ length: count }, (_, n) => n)
      .filter((n) => n !== without)
      .map((n) => ({ value: String(n), label: imageName(t, n) }));
  return (
    <>
      <div class="control-row">
        <NumberField
          label={t('count')}
          name="x"
          value={count}
          min={1}
          max={MAX_BATCH}
          step={1}
          onChange={model.setSize}
        />
        <SelectField
          label={t('param.mine')}
          name="mine"
          value={String(mine)}
          options={options(undefined)}
          onChange={(n) => model.setMine(Number(n))}
        />
        {changed !== undefined && (
          <>
            <SelectField
              label={t('param.changed')}
              name="changed"
              value={String(changed)}
              options={options(mine)}
              onChange={(n) => model.setChanged(Number(n))}
            />
            <PresetField
              label={t('param.replacement')}
              name="replacement"
              value={replacement}
              presets={changes}
              make={(change) => change(imageOf(x, Math.min(changed, count - 1)))}
              wordOf={(name) => t(`change.${name}` as Key)}
              onChoose={model.replaceOther}
            />
          </>
        )}
      </div>
      <div class="control-row">
        <Control name="runningMean" />
        <Control name="runningVariance" />
      </div>
    </>
  );
}
