import { ControlRow } from '#controls/control-row.tsx';
import { PicturesRow } from '#controls/pictures-row.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, what is swept, and how long they learn. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <ControlRow
        label={t('sweep')}
        params={['smallest', 'batches', 'lowest', 'rates', 'factor']}
      />
      <ControlRow label={t('networks')} params={['blocks', 'width']} />
      <PicturesRow label={t('pictures')} />
      <ControlRow label={t('run')} params={['examples', 'epochs', 'repeats', 'seed']} />
    </>
  );
}
