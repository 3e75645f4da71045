import type { AnyWidget } from '../define-widget.ts';
import type { MountedWidget } from '../page-widgets.ts';
import type { ParamsOf, Schema } from '../params.ts';
import { positionOf } from '../playing.ts';

/** A film walks along the timeline of a figure, or once around what it shows. */
export const filmSubjects = ['timeline', 'turn'] as const;

export type FilmSubject = (typeof filmSubjects)[number];

/** Params that a film sets for one of its frames. */
export type FramePatch = Partial<ParamsOf<Schema>>;

/** What there is to be filmed of a figure. */
export function subjectsOf({
  timeline,
  params,
}: Pick<AnyWidget, 'timeline' | 'params'>): readonly FilmSubject[] {
  const there = { timeline: timeline !== undefined, turn: 'yaw' in params && 'pitch' in params };
  return filmSubjects.filter((subject) => there[subject]);
}

/**
 * What a film sets for each of its frames: every step of the timeline, or every angle of one turn to the
 * right that begins where the reader looks from.
 * @param rate frames a second
 * @param seconds what a turn takes
 * @throws Error if the figure has no such film
 */
export function framesOf(
  mounted: Pick<MountedWidget, 'widget' | 'state' | 'playing'>,
  subject: FilmSubject,
  rate: number,
  seconds: number,
): readonly FramePatch[] {
  const { widget, state } = mounted;
  if (!subjectsOf(widget).includes(subject)) throw new Error(`${widget.id} has no ${subject}`);
  if (subject === 'turn') {
    const start = state.params.peek().yaw as number;
    return yawsOf(start, Math.round(rate * seconds)).map((yaw) => ({ view: 'solid', yaw }));
  }
  const { param, with: others } = widget.timeline as NonNullable<AnyWidget['timeline']>;
  const last = positionOf(mounted)?.last ?? 0;
  return Array.from({ length: last + 1 }, (_, step) => ({ [param]: step, ...others }));
}

/** Whole degrees from −180 to 179, evenly around: the frame after the last would be the first. */
export function yawsOf(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, frame) => {
    const degrees = Math.round(start - (360 * frame) / count);
    return ((((degrees + 180) % 360) + 360) % 360) - 180;
  });
}
