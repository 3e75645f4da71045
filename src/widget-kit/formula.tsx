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

/** One above the other, with a line between them; numbers stand upright. */
export function Fraction({ over, children }: Children & { readonly over: ComponentChildren }) {
  return (
    <span class="fraction">
      {[children, over].map((part, place) => (
        <span key={place} class={typeof part === 'number' ? 'upright' : ''}>
          {part}
        </span>
      ))}
    </span>
  );
}

/** A square root over all that it holds, as tall as that is. */
export const Root = ({ children }: Children) => (
  <span class="root">
    <span class="visually-hidden">√</span>
    <svg viewBox="0 0 8 20" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 11L2.5 9.5L5 20L8 0" />
    </svg>
    <span class="radicand">{children}</span>
  </span>
);
