import { effect } from '@preact/signals-core';
import type { MountedWidget } from './page-widgets.ts';

type Player = Pick<MountedWidget, 'widget' | 'state' | 'playing'>;

/** Where a figure stands on its timeline; undefined if it has none. */
export function positionOf({ widget: { timeline }, state }: Player) {
  if (!timeline) return undefined;
  const { params, result } = state.answered.value;
  const last = timeline.steps(params, result) - 1;
  return { step: Math.min(state.params.value[timeline.param] as number, last), last };
}

/** Moves a figure along its timeline, as far as that goes. */
export function goTo(player: Player, target: number): void {
  const { timeline } = player.widget;
  const position = positionOf(player);
  if (!timeline || !position) return;
  const step = Math.min(Math.max(target, 0), position.last);
  player.state.show({ [timeline.param]: step, ...timeline.with });
}

/** Starts to play; from the end, anew. */
export function play(player: Player): void {
  const position = positionOf(player);
  if (!position) return;
  if (!player.playing.value && position.step === position.last) goTo(player, 0);
  player.playing.value = true;
}

/** Walks the timeline as long as the figure is playing and to be seen; returns what stops it. */
export function followPlaying(player: Player): () => void {
  const { timeline } = player.widget;
  return effect(() => {
    if (!timeline || !player.playing.value) return;
    // Readers who ask for less motion get the same in one change a second.
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const stride = calm ? timeline.perSecond : 1;
    const timer = setInterval(
      () => {
        if (document.hidden) return;
        const position = positionOf(player);
        if (!position || position.step === position.last) player.playing.value = false;
        else goTo(player, position.step + stride);
      },
      (1000 * stride) / timeline.perSecond,
    );
    return () => clearInterval(timer);
  });
}
