import type { ReadonlySignal } from '@preact/signals-core';
import { powerText } from '#charts/number-text.ts';
import type { BackendName } from '#engine/backend-names.ts';
import { preferBackend } from '#engine/page-engine.ts';
import { useWidget } from '../context.ts';
import type { CpuCheck } from '../cpu-check.ts';

const names: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'CPU (JavaScript)',
};

/** What computed the figure, how long it took, and how far it is from the CPU's result. */
export function Badge({ check }: { readonly check: ReadonlySignal<CpuCheck | undefined> }) {
  const { state, run, k } = useWidget();
  const { computedBy } = state.answered.value;
  // What a run was made by stands with its recipe.
  if (!computedBy) return run ? null : <p class="badge">{k('builtBy')}</p>;
  const { name, floatBits, milliseconds } = computedBy;
  const parts = [
    k('computedBy', { backend: names[name], bits: floatBits, ms: millisecondsText(milliseconds) }),
  ];
  const made = check.value;
  if (made) {
    parts.push(
      made.difference === 0
        ? k('equalsCpu')
        : k('withinCpu', { difference: powerText(made.difference) }),
    );
  }
  return (
    <div class="badge" data-backend={name} aria-busy={state.pending.value}>
      <p>{parts.join(' · ')}</p>
      {made?.faster && (
        <p>
          {k('software', {
            webgl: millisecondsText(made.faster.usual),
            other: names[made.faster.name],
            time: millisecondsText(made.faster.milliseconds),
          })}{' '}
          <SwitchButton name={made.faster.name} />
        </p>
      )}
    </div>
  );
}

function SwitchButton({ name }: { readonly name: BackendName }) {
  const { k } = useWidget();
  return (
    <button type="button" onClick={() => void preferBackend(name)}>
      {k('useBackend', { backend: names[name] })}
    </button>
  );
}

function millisecondsText(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
}
