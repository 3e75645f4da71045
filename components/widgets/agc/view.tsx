import type { ViewProps } from '#kit/define-widget.ts';
import { latePart } from '#kit/late-part.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { Units } from './units.tsx';
import { outcomeText } from './words.ts';

// The arrows can be taken hold of at once; their numbers come right after.
const loadDetails = async () => (await import('./details.tsx')).Details;

const Details = latePart(import.meta.env.SSR ? await loadDetails() : undefined, loadDetails);

/** Weights and gradients of a few units, clipped unit by unit and all together; then their numbers. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="agc">
      <Units model={model} t={t} />
      <p class="outcome">{outcomeText(model, t)}</p>
      <Details model={model} t={t} />
    </div>
  );
}
