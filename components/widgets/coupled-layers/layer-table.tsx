import type { ComponentChildren } from 'preact';
import { usePart } from '#kit/part.ts';

export type TableRow = {
  readonly name: ComponentChildren;
  readonly part: string;
  /** Class of its colour. */
  readonly kind?: 'before' | 'after' | 'norm';
  /** A text for each column; nothing stands where there is none. */
  readonly texts: readonly (string | undefined)[];
};

export type LayerTableProps = {
  readonly label: string;
  /** What stands over the columns; nothing if the table goes on from one above. */
  readonly heads?: readonly (ComponentChildren | undefined)[];
  readonly rows: readonly TableRow[];
  /** Whether the columns stand between the nodes, and not at them. */
  readonly between?: boolean;
  /** The column that is written out below, if it is one of these. */
  readonly current?: number;
};

/** Numbers of the nodes or of the layers, each under its place in the chain. */
export function LayerTable(props: LayerTableProps) {
  const { label, heads, rows, between = false, current } = props;
  return (
    <table class="number-table layer-table" aria-label={label}>
      <colgroup>
        <col class="name" />
        {/* Halves of columns, so that what stands between two nodes can begin in the middle. */}
        <col span={2 * rows[0].texts.length + (between ? 2 : 0)} />
      </colgroup>
      {heads && <Heads heads={heads} between={between} current={current} />}
      <tbody>
        {rows.map((row) => (
          <Numbers key={row.part} {...row} between={between} />
        ))}
      </tbody>
    </table>
  );
}

type HeadsProps = Pick<LayerTableProps, 'current'> &
  Required<Pick<LayerTableProps, 'heads' | 'between'>>;

function Heads({ heads, between, current }: HeadsProps) {
  return (
    <thead>
      <tr>
        <td />
        {between && <td />}
        {heads.map((head, column) => {
          if (head === undefined) return <td key={column} colSpan={2} />;
          return (
            <th key={column} scope="col" colSpan={2} class={column === current ? 'current' : ''}>
              <span>{head}</span>
            </th>
          );
        })}
        {between && <td />}
      </tr>
    </thead>
  );
}

function Numbers({ name, part, kind, texts, between }: TableRow & { readonly between: boolean }) {
  return (
    <tr class={kind} {...usePart(part)}>
      <th scope="row">{name}</th>
      {between && <td />}
      {texts.map((text, column) => (
        <td key={column} colSpan={2}>
          {text}
        </td>
      ))}
      {between && <td />}
    </tr>
  );
}
