import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLines } from './formula-lines.tsx';
import type { Model } from './model.ts';
import { NumberLines } from './number-lines.tsx';
import { Readout } from './readout.tsx';
import type { Key } from './strings.ts';

/** The four lines of batch normalization, and beside each where it takes the numbers. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <>
      <div class="bn-calculator" style={`--m:${model.count.value}`}>
        <FormulaLines model={model} t={t} />
        <NumberLines model={model} t={t} />
      </div>
      <Readout model={model} t={t} />
    </>
  );
}
