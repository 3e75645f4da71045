// What the page around a frame has told it, if it has told it anything.
import { signal } from '@preact/signals-core';

/** Whether the figures of this page may be seen: a slide deck hides those of its other slides. */
export const onStage = signal(true);

/** How many times larger than they are laid out they are shown: slides are scaled to the screen. */
export const enlargement = signal(1);
