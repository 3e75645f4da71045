import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** A loss in as few digits as say enough. */
export function lossText(value: number): string {
  // A run that has left float32 ends in NaN; what that means is: beyond all bounds.
  if (Number.isNaN(value)) return '∞';
  if (!Number.isFinite(value) || (value >= 0.01 && value < 1e4)) return numberText(value, 2);
  return powerText(value);
}

/** A weight's distance, never rounded down to nothing. */
function distanceText(value: number): string {
  return value < 0.01 && value > 0 ? powerText(value) : lossText(value);
}

export function valuesOf(model: Model): Values {
  const { hidden, rate, noise, seed } = model.state.answered.value.params;
  const { data } = model.result.value.losses;
  const last = data[data.length - 1];
  return {
    kernel: hidden.shape.join(' × '),
    rate: numberText(rate, rate < 0.1 ? 3 : 2),
    noise,
    seed,
    steps: model.steps.value,
    step: model.step.value,
    loss: lossText(model.loss.value),
    first: lossText(data[0]),
    last: lossText(last),
    part: lossText(last / data[0]),
    diverged: model.divergedAt.value ?? '',
    limit: numberText(model.limit.value, 2),
    distance: distanceText(model.distance.value),
  };
}

/** How the run ended, in one sentence. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  return t(`outcome.${model.outcome.value}`, valuesOf(model));
}
