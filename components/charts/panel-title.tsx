export type PanelTitleProps = {
  readonly name: string;
  /** One more line: the size, or where it comes from. */
  readonly note?: string;
};

/** What a part of a figure is called, over it. The part itself carries the name for screen readers. */
export function PanelTitle({ name, note }: PanelTitleProps) {
  return (
    <p class="panel-title">
      <b>{name}</b> {note !== undefined && <small>{note}</small>}
    </p>
  );
}
