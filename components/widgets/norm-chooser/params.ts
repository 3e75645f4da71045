import { choice, integer, type ParamsOf } from '#kit/params.ts';
import { architectures, tasks } from './norms.ts';

export const params = {
  task: choice(tasks, 'classify'),
  architecture: choice(architectures, 'resnet'),
  /** Images, or sequences, that are on one device at a time: N. */
  batch: integer({ min: 1, max: 64, default: 32 }),
  /** C of the layer that is looked at. */
  channels: choice(['8', '16', '32'], '32'),
  /** H and W of its maps. */
  side: choice(['1', '2', '4', '8'], '8'),
  /** G of group normalization. */
  groups: choice(['2', '4', '8'], '8'),
  seed: integer({ min: 1, max: 9999, default: 1 }),
};

export type Params = ParamsOf<typeof params>;
