import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Kind } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { meanSquare, shareOf } from './terms.ts';

type T = Translate<Key>;

/** Four digits, as many as a page carries for certain, and three decimals at most; what explodes as a power of ten. */
export function valueText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4) return powerText(value, 3);
  return numberText(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

/** As many digits as there are, up to three decimals. */
export const lawValueText = (value: number): string =>
  Math.abs(value) < 1e4 ? String(Number(value.toFixed(3))) : powerText(value, 3);

export function partText(part: number): string {
  const percent = 100 * part;
  const decimals = Math.abs(percent) < 0.95 && Math.abs(percent) >= 0.005 ? 2 : 1;
  return `${numberText(percent, decimals)}%`;
}

const lawLetters: Readonly<Record<Kind, string>> = {
  none: '1/2',
  halved: '1/2',
  batch: '1/(ℓ + 1)',
  'batch-last': '1/(ℓ + 1)',
  'skip-init': 's²/(1 + s²)',
  free: 'α²/(1 + ℓα²)',
};

export const lawShareText = (kind: Kind, share: number): string =>
  `${lawLetters[kind]} = ${partText(share)}`;

export const factorText = (name: 'skip' | 'alpha', value: number): string =>
  `${name === 'skip' ? 's' : 'α'} = ${numberText(value, 2)}`;

export function shareValues({ block, measured, law, params }: Model, t: T): Values {
  const at = block.value;
  const [found, expected] = [measured, law].map(({ value }) => value.blocks[at - 1]);
  return {
    block: at,
    kind: t(`kind.${params.value.kind}`),
    branch: partText(shareOf(found, 'branch')),
    law: lawShareText(params.value.kind, shareOf(expected, 'branch')),
  };
}

export function momentValues({ measured, params }: Model): Values {
  const last = measured.value.states[params.value.blocks];
  return {
    blocks: params.value.blocks,
    square: valueText(meanSquare(last)),
    variance: valueText(last.variance),
    squaredMean: valueText(last.squaredMean),
  };
}

export function alikeValues({ measured, law, params }: Model): Values {
  const { blocks } = params.value;
  return {
    blocks,
    alike: numberText(measured.value.alike[blocks], 3),
    alikeLaw: numberText(law.value.alike[blocks], 3),
  };
}

/** What the branch of the block that is spoken of adds, and what has come of all. */
export const outcomeText = (model: Model, t: T): string =>
  t('outcome', { ...shareValues(model, t), ...momentValues(model), ...alikeValues(model) });

export const summaryValues = ({ params }: Model, t: T): Values => ({
  kind: t(`kind.${params.value.kind}`),
  blocks: params.value.blocks,
  width: params.value.width,
});
