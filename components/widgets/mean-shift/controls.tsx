import { ControlRow } from '#controls/control-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What stands below, how both networks are built, and which channel is looked at. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow label={t('networks')} params={['order', 'path', 'activation']} />
      <ControlRow label={t('built')} params={['layers', 'width', 'seed']} />
      <ControlRow label={t('looked')} params={['side', 'layer', 'channel']} />
    </>
  );
}
