import type { ComponentChildren } from 'preact';
import { PanelTitle, type PanelTitleProps } from '#charts/panel-title.tsx';
import { usePart } from './part.ts';

export type PanelProps = PanelTitleProps & {
  /** The part of the figure that it is. */
  readonly part: string;
  readonly children: ComponentChildren;
};

/** A part of a figure under its name, lit together with the part's symbols. */
export function Panel({ part, name, note, children }: PanelProps) {
  return (
    <section {...usePart(part)}>
      <PanelTitle name={name} note={note} />
      {children}
    </section>
  );
}
