import type { ComponentChildren } from 'preact';
import { Control } from './control.tsx';

type Props = {
  readonly label: string;
  readonly params: readonly string[];
  readonly children?: ComponentChildren;
};

/** Controls that belong together, after the word that says so. */
export function ControlRow({ label, params, children }: Props) {
  return (
    <div class="control-row">
      <b>{label}</b>
      {params.map((name) => (
        <Control key={name} name={name} />
      ))}
      {children}
    </div>
  );
}
