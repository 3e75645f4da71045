import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { numberText } from '#charts/number-text.ts';
import { useShown, useWidget } from '#kit/context.ts';
import { toNumber } from '#nd/to-number.ts';
import { ControlMessage } from './control-message.tsx';

export type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What a press of a button or an arrow key adds; 1 allows whole numbers only. */
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The param whose refusals stand beside this field. */
  readonly name?: string;
};

/** A number that can be typed, stepped with buttons and stepped with the arrow keys. */
export function NumberField({ label, value, min, max, step, onChange, name }: NumberFieldProps) {
  const { k } = useWidget();
  const visible = useShown(name);
  const id = useId();
  const problem = useSignal<string | undefined>(undefined);
  const draft = useSignal<string | undefined>(undefined);
  const whole = step === 1;
  const shown = numberText(value, whole ? 0 : decimalsOf(value));

  function settle(): void {
    problem.value = undefined;
    draft.value = undefined;
  }

  function commit(text: string): void {
    const number = toNumber(text);
    if (Number.isNaN(number)) {
      problem.value = k('badNumber', { word: text.slice(0, 20), label, value: shown });
    } else if (whole && !Number.isInteger(number)) {
      problem.value = k('badInteger', { label, value: shown });
    } else if (number < min || number > max) {
      problem.value = k('outOfRange', { label, min, max, value: shown });
    } else {
      settle();
      if (number !== value) onChange(number);
    }
  }

  function stepBy(count: number): void {
    settle();
    const moved = Number((value + count * step).toFixed(6));
    const bounded = Math.min(Math.max(moved, min), max);
    if (bounded !== value) onChange(bounded);
  }

  if (!visible) return null;
  return (
    <div class="control number">
      <label for={id}>{label}</label>
      <span class="stepper">
        <button
          type="button"
          aria-label={k('decrease', { label })}
          aria-disabled={value <= min}
          onClick={() => stepBy(-1)}
        >
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode={min < 0 ? 'text' : 'decimal'}
          autoComplete="off"
          size={Math.max(shown.length, 2)}
          value={draft.value ?? shown}
          aria-invalid={problem.value !== undefined}
          aria-describedby={`${id}-message`}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
          }}
          onChange={(event) => commit(event.currentTarget.value)}
          onBlur={() => {
            draft.value = undefined;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(event.currentTarget.value);
            if (event.key === 'Escape') settle();
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              stepBy(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
        <button
          type="button"
          aria-label={k('increase', { label })}
          aria-disabled={value >= max}
          onClick={() => stepBy(1)}
        >
          +
        </button>
      </span>
      <ControlMessage id={`${id}-message`} name={name} problem={problem.value} />
    </div>
  );
}

function decimalsOf(value: number): number {
  return [0, 1, 2].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-6) ?? 3;
}
