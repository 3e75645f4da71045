import { useWidget } from './context.ts';

/**
 * Ties an element to a part of the figure: pointing at it, or focusing in it, lights every other
 * element of that part, in the figure, in its formula and in the prose.
 */
export function usePart(name: string) {
  const { lit } = useWidget();
  const light = (): void => {
    lit.value = name;
  };
  const unlight = (): void => {
    if (lit.peek() === name) lit.value = undefined;
  };
  return {
    'data-part': name,
    'data-lit': lit.value === name ? '' : undefined,
    onPointerEnter: light,
    onPointerLeave: unlight,
    onFocusIn: light,
    onFocusOut: unlight,
  };
}
