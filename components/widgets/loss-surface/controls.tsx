import { ControlRow } from '#controls/control-row.tsx';
import { PicturesRow } from '#controls/pictures-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, how they go downhill, which plane is looked at, and how it is drawn. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow label={t('networks')} params={['compare', 'depth', 'width', 'seed']} />
      <PicturesRow label={t('pictures')} />
      <ControlRow label={t('descent')} params={['rate', 'momentum', 'steps']} />
      <ControlRow label={t('cutting')} params={['plane', 'range', 'points', 'rescale']} />
      <ControlRow label={t('drawing')} params={['heightAxis', 'ceiling']} />
    </>
  );
}
