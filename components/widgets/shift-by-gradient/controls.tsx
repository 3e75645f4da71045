import { ControlRow } from '#controls/control-row.tsx';
import { PicturesRow } from '#controls/pictures-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, and how they learn. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow label={t('task')} params={['compare', 'depth', 'width']} />
      <PicturesRow label={t('pictures')} />
      <ControlRow label={t('run')} params={['rate', 'steps', 'seed']} />
    </>
  );
}
