import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWidget } from '../context.ts';
import type { CopyFor as Panel } from './copy-for.tsx';

/**
 * What takes the figure elsewhere. Its code and its many words are loaded when it is opened, and not
 * when the page rests as other panels are: what it gives needs the network anyway.
 */
export function EmbedPanel() {
  const { k } = useWidget();
  const loaded = useSignal<{ readonly CopyFor: typeof Panel } | 'failed' | undefined>(undefined);
  useEffect(() => {
    void import('./copy-for.tsx').then(
      (module) => {
        loaded.value = module;
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }, []);
  if (loaded.value === 'failed') return <p>{k('embedOffline')}</p>;
  return loaded.value ? <loaded.value.CopyFor /> : null;
}
