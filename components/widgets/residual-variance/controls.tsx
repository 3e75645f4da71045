import { ControlRow } from '#controls/control-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { factorName } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** How the network is built, and how it is drawn. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const factor = factorName(model.state.params.value.kind);
  return (
    <>
      <ControlRow
        label={t('built')}
        params={[...(factor ? [factor] : []), 'blocks', 'width', 'seed']}
      />
      <ControlRow label={t('drawing')} params={['scale']} />
    </>
  );
}
