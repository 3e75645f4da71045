import { Control } from '#controls/control.tsx';
import { ControlRow } from '#controls/control-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** The two rules, and the step that is taken. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow label={t('adaptive')} params={[]}>
        <Part part="lambda" param="lambda" />
        <Part part="epsilon" param="epsilon" />
        <Part part="whole" param="unit" />
      </ControlRow>
      <ControlRow label={t('global')} params={[]}>
        <Part part="threshold" param="limit" />
      </ControlRow>
      <ControlRow label={t('step')} params={[]}>
        <Part part="rate" param="rate" />
      </ControlRow>
    </>
  );
}

const Part = ({ part, param }: { readonly part: string; readonly param: string }) => (
  <span {...usePart(part)}>
    <Control name={param} />
  </span>
);
