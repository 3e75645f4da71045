import type { KitKey } from '#i18n/kit-strings.ts';
import type { Translate } from '#i18n/translate.ts';
import type { TensorParam } from '#kit/params.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { parseMatrix } from '#nd/parse-matrix.ts';

const sentences = {
  empty: 'pasteEmpty',
  shortened: 'pasteShortened',
  'not-a-number': 'pasteNotANumber',
  ragged: 'pasteRagged',
  several: 'pasteSeveral',
} as const;

/** A matrix for this param, or for a slice of it, from pasted text, or a sentence on why there is none. */
export function readPastedMatrix(
  text: string,
  param: TensorParam,
  k: Translate<KitKey>,
): { readonly matrix?: NdArray; readonly problem?: string } {
  const parsed = parseMatrix(text);
  if ('problem' in parsed) {
    return { problem: k(sentences[parsed.problem], { word: parsed.word ?? '' }) };
  }
  const { matrix } = parsed;
  const axes = param.axes.slice(-2);
  const wrong = axes.findIndex(
    ([min, max], axis) => matrix.shape[axis] < min || matrix.shape[axis] > max,
  );
  if (wrong >= 0) {
    const [min, max] = axes[wrong];
    return { problem: k('pasteSize', { was: matrix.shape.join(' × '), min, max }) };
  }
  const { min, max } = param;
  if (matrix.data.some((value) => value < min || value > max)) {
    return { problem: k('pasteRange', { min, max }) };
  }
  return { matrix };
}
