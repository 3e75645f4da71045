import './formula.css';
import type { ComponentChildren } from 'preact';

type Children = { readonly children: ComponentChildren };

/** A formula in a figure: its name, and what it says; letters are italic, numbers are not. */
export function FormulaLine({ name, children }: Children & { readonly name: string }) {
  return (
    <p class="formula-line">
      <span class="name">{name}</span>
      <span class="letters">{children}</span>
    </p>
  );
}

/** The same formula once more with its numbers, on a line of its own. */
export const InNumbers = ({ children }: Children) => <span class="in-numbers">{children}</span>;

/** One above the other, with a line between them. */
export function Fraction({ over, children }: Children & { readonly over: ComponentChildren }) {
  return (
    <span class="fraction">
      <span>{children}</span>
      <span>{over}</span>
    </span>
  );
}

/** A square root over all that it holds. */
export const Root = ({ children }: Children) => (
  <span class="root">
    <span aria-hidden="true">√</span>
    <span class="radicand">{children}</span>
  </span>
);
