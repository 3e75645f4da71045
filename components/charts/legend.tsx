/** What a mark of a chart looks like: an area of one of the three states, a dot that was measured, a line. */
export type LegendKind = 'before' | 'range' | 'after' | 'measured' | 'theory' | 'curve';

export type LegendProps = {
  readonly entries: readonly {
    readonly kind: LegendKind;
    readonly label: string;
    /** Class of the hue of a line, such as `hue-2`. */
    readonly hue?: string;
  }[];
};

/** What the marks of a chart mean, where they cannot be labelled in place. */
export function Legend({ entries }: LegendProps) {
  return (
    <span class="legend">
      {entries.map(({ kind, label, hue = '' }) => (
        <span key={label} class={`key ${kind} ${hue}`}>
          {label}
        </span>
      ))}
    </span>
  );
}
