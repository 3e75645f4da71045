import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWidget } from '../context.ts';
import { loadPanels } from '../late.ts';
import { Menu } from './menu.tsx';
import type * as Panels from './panels.ts';

export type PanelProps = { readonly root: RefObject<HTMLElement>; readonly model: unknown };

type LatePanelProps = PanelProps & { readonly name: keyof typeof Panels };

/** A word in the bar whose panel is loaded when it is opened, if it is not there by then. */
export function PanelMenu(props: LatePanelProps) {
  const { k } = useWidget();
  return <Menu label={k(props.name)}>{() => <LatePanel {...props} />}</Menu>;
}

function LatePanel({ name, ...props }: LatePanelProps) {
  const panels = useSignal<typeof Panels | undefined>(undefined);
  useEffect(() => {
    void loadPanels().then((loaded) => {
      panels.value = loaded;
    });
  }, []);
  const Panel = panels.value?.[name];
  return Panel ? <Panel {...props} /> : null;
}
