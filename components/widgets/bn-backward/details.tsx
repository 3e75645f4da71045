import type { ViewProps } from '#kit/define-widget.ts';
import { Matrix } from './matrix.tsx';
import type { Model } from './model.ts';
import { Readout } from './readout.tsx';
import type { Key } from './strings.ts';

/** The same way back as a matrix, and what holds of it. */
export function Details(props: ViewProps<Model, Key>) {
  return (
    <>
      <Matrix {...props} />
      <Readout {...props} />
    </>
  );
}
