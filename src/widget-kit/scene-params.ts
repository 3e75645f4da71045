import { choice, integer, number } from './params.ts';

/** How a 3-D figure is looked at. `angles` are degrees to the right of the front and above the horizon. */
export function sceneParams(angles: { yaw: number; pitch: number }) {
  return {
    view: choice(['solid', 'flat'], 'solid'),
    yaw: integer({ min: -180, max: 180, default: angles.yaw }),
    pitch: integer({ min: -90, max: 90, default: angles.pitch }),
    zoom: number({ min: 0.5, max: 4, step: 0.1, default: 1 }),
  };
}

/** The names of these params, for a widget's `viewParams`. */
export const sceneParamNames = ['view', 'yaw', 'pitch', 'zoom'] as const;

export type SceneParams = {
  readonly view: 'solid' | 'flat';
  readonly yaw: number;
  readonly pitch: number;
  readonly zoom: number;
};
