import { effect } from '@preact/signals-core';
import type { MountedWidget } from './page-widgets.ts';
import type { Seen } from './seen.ts';

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

/**
 * Walks the timeline while the figure is playing and to be seen; returns what stops it. A figure that
 * goes out of sight stops to play; one that is to play while nobody sees it waits until it is seen.
 */
export function followPlaying(player: Player, seen: Seen['seen']): () => void {
  const { timeline } = player.widget;
  let wasSeen = true;
  return effect(() => {
    const goes = wasSeen && !seen.value;
    wasSeen = seen.value;
    if (goes) player.playing.value = false;
    if (!timeline || !player.playing.value || !wasSeen) return;
    // Readers who ask for less motion get the same in one change a second.
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const stride = calm ? timeline.perSecond : 1;
    const timer = setInterval(
      () => {
        const position = positionOf(player);
        if (!position || position.step === position.last) player.playing.value = false;
        else goTo(player, position.step + stride);
      },
      (1000 * stride) / timeline.perSecond,
    );
    return () => clearInterval(timer);
  });
}
