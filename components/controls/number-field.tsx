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
  const shown = whole ? numberText(value, 0) : fieldText(value);

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
    const moved = Number((value + count * step).toFixed(decimalsFrom(step)));
    // As params are kept: stepped up and down again it is the same number.
    const bounded = Math.fround(Math.min(Math.max(moved, min), max));
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
            // Not later: a message that leaves when a button is pressed takes the button from under the hand.
            problem.value = undefined;
          }}
          onChange={(event) => commit(event.currentTarget.value)}
          onBlur={() => {
            draft.value = undefined;
          }}
          onKeyDown={(event) => {
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

/** As many decimals as the number has, at most three; three digits if it is small and has more. */
function fieldText(value: number): string {
  const isExact = (decimals: number): boolean =>
    Math.abs(value - Number(value.toFixed(decimals))) <= 1e-6 * Math.abs(value);
  const decimals = [0, 1, 2, 3].find(isExact);
  const isSmall = decimals === undefined && Math.abs(value) < 0.1;
  return isSmall ? String(Number(value.toPrecision(3))) : numberText(value, decimals ?? 3);
}

/** Six decimals, or more where a step is too small for these. */
const decimalsFrom = (step: number): number =>
  Math.min(Math.max(6, 2 - Math.floor(Math.log10(step))), 20);
