import { ControlRow } from '#controls/control-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { places } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** Which networks are compared, how they are built, and how they are drawn. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow label={t('networks')} params={places} />
      <ControlRow
        label={t('built')}
        params={['blocks', 'stages', 'layer', 'width', 'activation']}
      />
      <ControlRow label={t('free')} params={['alpha', 'divides']} />
      <ControlRow label={t('drawing')} params={['axis', 'seed']} />
    </>
  );
}
