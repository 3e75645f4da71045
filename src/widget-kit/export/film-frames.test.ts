import { expect, it } from 'vitest';
import { widgets } from '../registry.ts';
import { subjectsOf, yawsOf } from './film-frames.ts';

it('a turn goes once around to the right, in whole degrees, and ends before it begins anew', () => {
  expect(yawsOf(-30, 4)).toEqual([-30, -120, 150, 60]);
  const yaws = yawsOf(170, 120);
  expect(new Set(yaws).size).toBe(120);
  expect(yaws.every((yaw) => Number.isInteger(yaw) && yaw >= -180 && yaw < 180)).toBe(true);
});

it('a figure is filmed by what it has', () => {
  const subjects = (id: string): readonly string[] =>
    subjectsOf(widgets.get(id) ?? { timeline: undefined, params: {} });
  expect(subjects('conv-filter')).toEqual(['timeline']);
  expect(subjects('norm-cubes')).toEqual(['timeline', 'turn']);
  expect(subjects('norm-chooser')).toEqual([]);
});
