import type { ComponentChildren } from 'preact';
import { usePart } from './part.ts';

export type SymbolProps = {
  /** The part of the figure that the symbol stands for. */
  readonly part: string;
  readonly children: ComponentChildren;
};

/** A letter or a number of a formula in the figure that lights its part, and is lit with it. */
export function Symbol({ part, children }: SymbolProps) {
  return (
    <span class="symbol" {...usePart(part)}>
      {children}
    </span>
  );
}
