import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { numberText } from '#charts/number-text.ts';
import { useWidget } from '#kit/context.ts';
import type { IntegerParam, NumberParam } from '#kit/params.ts';
import { toNumber } from '#nd/parse-matrix.ts';
import { ControlMessage } from './control-message.tsx';

export type NumberControlProps = {
  readonly name: string;
  readonly param: IntegerParam | NumberParam;
};

/** A number that can be typed, stepped with buttons and stepped with the arrow keys. */
export function NumberControl({ name, param }: NumberControlProps) {
  const { state, t, k } = useWidget();
  const id = useId();
  const problem = useSignal<string | undefined>(undefined);
  const draft = useSignal<string | undefined>(undefined);
  const value = state.params.value[name] as number;
  const label = t(`param.${name}`);
  const step = param.kind === 'integer' ? 1 : param.step;
  const shown = numberText(value, param.kind === 'integer' ? 0 : decimalsOf(value));

  function commit(text: string): void {
    const number = toNumber(text);
    const { min, max } = param;
    if (Number.isNaN(number)) {
      problem.value = k('badNumber', { word: text.slice(0, 20), label, value: shown });
    } else if (param.kind === 'integer' && !Number.isInteger(number)) {
      problem.value = k('badInteger', { label, value: shown });
    } else if (number < min || number > max) {
      problem.value = k('outOfRange', { label, min, max, value: shown });
    } else {
      problem.value = undefined;
      draft.value = undefined;
      if (number !== value) state.edit({ [name]: number });
    }
  }

  function stepBy(count: number): void {
    const rounded = Number((value + count * step).toFixed(6));
    const number = Math.min(Math.max(rounded, param.min), param.max);
    problem.value = undefined;
    draft.value = undefined;
    if (number !== value) state.edit({ [name]: number });
  }

  return (
    <div class="control number">
      <label for={id}>{label}</label>
      <span class="stepper">
        <button
          type="button"
          aria-label={k('decrease', { label })}
          aria-disabled={value <= param.min}
          onClick={() => stepBy(-1)}
        >
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode={param.min < 0 ? 'text' : 'decimal'}
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
            if (event.key === 'Escape') {
              draft.value = undefined;
              problem.value = undefined;
            }
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              stepBy(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
        <button
          type="button"
          aria-label={k('increase', { label })}
          aria-disabled={value >= param.max}
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
  return [0, 1, 2].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-6) ?? 3;
}
