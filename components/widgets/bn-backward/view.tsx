import type { ViewProps } from '#kit/define-widget.ts';
import { latePart } from '#kit/late-part.tsx';
import type { Model } from './model.ts';
import { Plot } from './plot.tsx';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

// The plot can be taken hold of at once; what stands beside and below it comes right after.
const loadLines = async () => (await import('./lines.tsx')).Lines;
const loadDetails = async () => (await import('./details.tsx')).Details;

const Lines = latePart(import.meta.env.SSR ? await loadLines() : undefined, loadLines);

const Details = latePart(import.meta.env.SSR ? await loadDetails() : undefined, loadDetails);

/** The gradient over the values with the straight line that takes from it; then the same as a matrix. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const count = model.count.value;
  return (
    <div class="bn-backward" style={`--m:${count}`} data-many={count > 6}>
      <div class="way">
        <Plot model={model} t={t} />
        <Lines model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
      <Details model={model} t={t} />
    </div>
  );
}
