// What the page around a frame has told it, if it has told it anything.
import { signal } from '@preact/signals-core';

/** Whether the figures of this page may be seen: a slide deck hides those of its other slides. */
export const onStage = signal(true);

/** Whether somebody waits for a picture of the figure: then all of it is drawn, though it may be out of view. */
export const posing = signal(false);

/** How many times larger than they are laid out they are shown: slides are scaled to the screen. */
export const enlargement = signal(1);
