import { useShown } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { hues, kinds } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** Chooses the network that is shown, each named by what its block does. */
export function NetworkBar({ model, t }: ViewProps<Model, Key>) {
  const { kind } = model.state.params.value;
  if (!useShown('kind')) return null;
  return (
    <p class="network-bar" role="group" aria-label={t('param.kind')}>
      {kinds.map((name) => (
        <button
          key={name}
          type="button"
          class={`hue-${hues[name]}`}
          aria-pressed={kind === name}
          onClick={() => model.choose(name)}
        >
          {t(`kind.${name}`)}
        </button>
      ))}
    </p>
  );
}
