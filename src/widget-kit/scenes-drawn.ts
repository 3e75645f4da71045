import { drawn } from '#engine/drawn.ts';

/** Frames that a 3-D picture may take to come: its code is loaded when it is near. */
const PATIENCE = 100;

/** Resolves when every 3-D picture of a stage that is on its way has been drawn, or does not come. */
export async function scenesDrawn(stage: HTMLElement): Promise<void> {
  // What is near is known one frame after it has been laid out.
  for (let frame = 0; frame < PATIENCE; frame++) {
    await drawn();
    if (frame > 0 && !stage.querySelector('.scene[aria-busy="true"]')) return;
  }
}
