import { useWidget } from '#kit/context.ts';
import { LEARNED, SIDE, UNSEEN } from '#lab/glyph-network.ts';
import { ControlRow } from './control-row.tsx';
import { DataFiles } from './data-files.tsx';

/** What an experiment on glyphs learns from, its param `data`: the drawn ones, or the reader's own files. */
export function PicturesRow({ label }: { readonly label: string }) {
  const { state } = useWidget();
  return (
    <ControlRow label={label} params={['data']}>
      <DataFiles
        name="data"
        side={SIDE}
        count={LEARNED + UNSEEN}
        onRead={() => state.edit({ data: 'own' })}
      />
    </ControlRow>
  );
}
