import type { ViewProps } from '#kit/define-widget.ts';
import { Formulas } from './formulas.tsx';
import { Matrices } from './matrices.tsx';
import type { Model } from './model.ts';
import { Numbers } from './numbers.tsx';
import type { Key } from './strings.ts';

/** The numbers as matrices and unit by unit, and where those of one unit come from. */
export function Details(props: ViewProps<Model, Key>) {
  return (
    <div class="details">
      <div class="side">
        <Matrices {...props} />
        <Numbers {...props} />
      </div>
      <Formulas {...props} />
    </div>
  );
}
