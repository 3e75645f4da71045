import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { heightOf } from './height.ts';
import { aimlessShare, lossAt, partBeyond, placeOf, type Model, type Run } from './model.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';

export const coordinateText = (value: number): string =>
  Number.isNaN(value) ? '–' : numberText(value, 2);

/** Three digits, or what it is if it is no number. */
export function lossText(loss: number): string {
  if (!Number.isFinite(loss)) return Number.isNaN(loss) ? '–' : '∞';
  return numberText(loss, loss < 10 ? 2 : loss < 100 ? 1 : 0);
}

export function percentText(part: number, t: Translate<Key>): string {
  if (!Number.isFinite(part)) return '–';
  const decimals = part === 0 || part >= 0.1 ? 0 : part >= 0.01 ? 1 : 2;
  return t('percent', { value: numberText(100 * part, decimals) });
}

/** Part of a path's variance in its plane; what has not moved has none. */
export const shareText = ({ last, share }: Run, t: Translate<Key>): string =>
  percentText(last > 0 ? share : NaN, t);

/** A param as its control has it; very large ones as powers of ten. */
export const plainText = (value: number): string =>
  value >= 1e4 ? powerText(value) : String(Number(value.toPrecision(3)));

/** How one network's descent has ended, or where it is. */
export function outcomeOf(run: Run, t: Translate<Key>): string {
  if (run.lostAt !== undefined) return t('lostAt', { step: run.lostAt });
  return t('ended', { loss: lossText(run.losses[run.last]), step: run.last });
}

/** What the figure is made from. */
export function recipeText(params: Params, t: Translate<Key>): string {
  const { depth, width, rate, momentum, steps, seed, rescale, points, data } = params;
  return [
    t('recipe', { depth, width, steps, seed, rate: plainText(rate), data: t(`data.${data}`) }),
    momentum > 0 ? t('recipeMomentum', { momentum: plainText(momentum) }) : '',
    t(`recipe.${params.plane}`),
    rescale === 1 ? '' : t('recipeRescale', { rescale: plainText(rescale) }),
    t('recipePlaces', { points }),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

export function valuesOf(model: Model): Values {
  const { depth, rate, steps, points } = model.params.value;
  return {
    depth,
    steps,
    points,
    rate: plainText(rate),
    step: model.step.value,
    top: plainText(heightOf(model).top),
  };
}

/** All networks side by side, in one sentence each. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  return model.runs.value
    .map((run) =>
      t('outcome', {
        treatment: t(run.treatment),
        ended: outcomeOf(run, t),
        beyond: percentText(partBeyond(run, heightOf(model).top), t),
        share: shareText(run, t),
      }),
    )
    .join(' ');
}

/** What a place of the grid shows, of every network. */
export function spotText(model: Model, t: Translate<Key>): string {
  return model.runs.value.map((run) => spotTextOf(model, run, t)).join(' ');
}

export function spotTextOf(model: Model, run: Run, t: Translate<Key>): string {
  const spot = model.spot.value;
  const [x, y] = placeOf(run, spot, model.params.value);
  const cell = { x: coordinateText(x), y: coordinateText(y), loss: lossText(lossAt(run, spot)) };
  return `${t(run.treatment)}: ${t('cell', cell)}`;
}

/** What this plane cannot show, with its numbers. */
export function limitTexts(model: Model, t: Translate<Key>): readonly string[] {
  const params = model.params.value;
  const runs = model.runs.value;
  const each = (of: (run: Run) => string): string => runs.map(of).join(t('and'));
  const named = (of: (run: Run) => string): string =>
    each((run) => t('named', { treatment: t(run.treatment), value: of(run) }));
  const short = runs.filter(({ last, unit }) => last < 2 && Number.isFinite(unit));
  return [
    t('limit.directions', { numbers: each((run) => numberText(run.numbers, 0)) }),
    t(`limit.${params.plane}`, {
      share: named((run) => shareText(run, t)),
      aimless: percentText(aimlessShare(params.steps), t),
      away: named((run) => coordinateText(run.away[params.plane === 'gradient' ? run.last : 0])),
      outside: named((run) =>
        coordinateText(run.outside[params.plane === 'gradient' ? run.last : 0]),
      ),
    }),
    ...(params.plane === 'path' && short.length > 0
      ? [t('limit.short', { paths: short.map((run) => t(run.treatment)).join(t('and')) })]
      : []),
    t('limit.shadow'),
    ...(params.rescale === 1
      ? []
      : [t(params.plane === 'plain' ? 'limit.stretched' : 'limit.rescaled')]),
    t('limit.range', { range: plainText(params.range) }),
  ];
}
