import { useWidget } from '#kit/context.ts';
import type { SceneParams } from '#kit/scene-params.ts';

/** Chooses from where a 3-D figure is looked at, or that it lies flat. */
export function SceneBar() {
  const { widget, state, k } = useWidget();
  const { view, yaw, pitch } = state.params.value as unknown as SceneParams;
  const initial = widget.params as unknown as Record<'yaw' | 'pitch', { readonly default: number }>;
  const flat = view === 'flat';
  // Degrees to the right of the front, and above the horizon.
  const views = [
    { word: k('view.turned'), yaw: initial.yaw.default, pitch: initial.pitch.default },
    { word: k('view.front'), yaw: 0, pitch: 0 },
    { word: k('view.side'), yaw: 90, pitch: 0 },
    { word: k('view.top'), yaw: 0, pitch: 90 },
  ];
  return (
    <p class="scene-bar" role="group" aria-label={k('view')} data-no-export>
      {views.map(({ word, ...angles }) => (
        <button
          key={word}
          type="button"
          aria-pressed={!flat && yaw === angles.yaw && pitch === angles.pitch}
          onClick={() => state.show({ view: 'solid', ...angles, zoom: 1 })}
        >
          {word}
        </button>
      ))}
      <button type="button" aria-pressed={flat} onClick={() => state.show({ view: 'flat' })}>
        {k('view.flat')}
      </button>
    </p>
  );
}
