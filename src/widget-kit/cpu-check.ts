import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { BackendName } from '#engine/backend-names.ts';
import type { Engine } from '#engine/engine.ts';
import type { Arrays } from '#engine/messages.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { lightened, shortened, type AnyWidget } from './define-widget.ts';
import type { ParamsOf, Schema } from './params.ts';
import type { AnyState } from './widget-state.ts';

export type CpuCheck = {
  /** Largest difference to the CPU's result, relative to the largest value of the same array. */
  readonly difference: number;
  /** Where WebGL is drawn by software: a backend that takes less time for the same, if there is one. */
  readonly faster?: {
    readonly name: BackendName;
    readonly milliseconds: number;
    /** What WebGL takes once its shaders are compiled. */
    readonly usual: number;
  };
};

/** A figure is checked when it has rested this long, so that checking never delays an answer. */
const REST = 400;

/**
 * Computes a resting figure, of a run its first steps, once more on the CPU and compares. Where WebGL is drawn by software, the
 * speeds of the backends are compared as well: once, since this takes several times as long as the figure.
 * @returns the check of the present figure, undefined until it is made, and a function that stops checking
 */
export function createCpuCheck(
  widget: Pick<AnyWidget, 'id' | 'run' | 'light'>,
  state: AnyState,
  engine: Engine,
): { readonly check: ReadonlySignal<CpuCheck | undefined>; readonly stop: () => void } {
  const check = signal<CpuCheck | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let speeds: Promise<CpuCheck['faster']> | undefined;

  // Of an experiment the first steps of the very network that is shown.
  const asChecked = <P extends ParamsOf<Schema>>(params: P): P =>
    widget.run ? shortened(widget, params) : lightened(widget, params);

  const stopWatching = effect(() => {
    const answered = state.answered.value;
    clearTimeout(timer);
    check.value = undefined;
    const { computedBy } = answered;
    if (!computedBy || computedBy.name === 'cpu' || state.pending.value) return;
    timer = setTimeout(() => {
      void compare().catch(() => undefined);
    }, REST);

    async function compare(): Promise<void> {
      const reference = await engine.compute(widget.id, asChecked(answered.params), 'cpu');
      const shown =
        widget.run || widget.light ? await lightAnswer(answered.params) : answered.result;
      if (!shown || reference.kind !== 'result' || state.answered.peek() !== answered) return;
      check.value = { difference: largestDifference(shown, reference.result) };
      if (!computedBy?.drawnBySoftware) return;
      speeds ??= fasterThan(computedBy.name, asChecked(answered.params));
      const faster = await speeds;
      if (faster && state.answered.peek() === answered) check.value = { ...check.value, faster };
    }
  });

  /** Rounding grows in a run, until two backends part: its first steps are what can be compared. */
  async function lightAnswer(params: ParamsOf<Schema>): Promise<Arrays | undefined> {
    const answer = await engine.compute(widget.id, asChecked(params));
    return answer.kind === 'result' ? answer.result : undefined;
  }

  async function fasterThan(used: BackendName, params: unknown): Promise<CpuCheck['faster']> {
    const usual = await timeOf(params, used);
    for (const name of ['wasm', 'cpu'] as const) {
      const milliseconds = await timeOf(params, name).catch(() => Infinity);
      if (milliseconds < usual) return { name, milliseconds, usual };
    }
    return undefined;
  }

  /** The first run of a backend compiles and loads; the second one tells its speed. */
  async function timeOf(params: unknown, name: BackendName): Promise<number> {
    await engine.compute(widget.id, params, name);
    const answer = await engine.compute(widget.id, params, name);
    return answer.kind === 'result' ? answer.computedBy.milliseconds : Infinity;
  }

  return {
    check,
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}

/** Relative to the largest finite value of each array; cells that both sides hold as not finite agree. */
export function largestDifference(a: Arrays, b: Arrays): number {
  let largest = 0;
  for (const [name, { data }] of Object.entries(a)) {
    const other = b[name].data;
    const scale = maxAbs(other.filter(Number.isFinite)) || 1;
    data.forEach((value, index) => {
      if (!Number.isFinite(value) && !Number.isFinite(other[index])) return;
      const difference = Math.abs(value - other[index]) / scale;
      largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
    });
  }
  return largest;
}
