import { usePart } from '#kit/part.ts';
import type { Model, Stage } from './model.ts';

/** The part that each tensor of the scene is. */
export const partOf: Readonly<Record<Stage, string>> = {
  image: 'channels',
  weight: 'kernel',
  output: 'output',
};

/**
 * Ties an element of the figure itself to a part. The scene does not stand back behind a part that the
 * reader has in hand: what an edit does is seen elsewhere.
 */
export function usePartInHand(model: Model, name: string) {
  const part = usePart(name);
  const touch = (): void => {
    model.touched.value = name;
    part.onPointerEnter();
  };
  const leave = (): void => {
    model.touched.value = undefined;
    part.onPointerLeave();
  };
  return {
    ...part,
    onPointerEnter: touch,
    onPointerLeave: leave,
    onFocusIn: touch,
    onFocusOut: leave,
  };
}
