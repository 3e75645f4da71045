import type { ViewProps } from '#kit/define-widget.ts';
import { Distribution } from './distribution.tsx';
import { Formula } from './formula.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What is computed, in letters and numbers, and what it does to the values of the current set. */
export function Explanation(props: ViewProps<Model, Key>) {
  return (
    <>
      <Formula {...props} />
      <Distribution {...props} />
    </>
  );
}
