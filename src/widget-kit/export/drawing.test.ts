import { expect, it } from 'vitest';
import { stripes } from './stripes.ts';
import { paintWith, svgColour } from './svg-colour.ts';

it('colours are written in the form that every program reads', () => {
  expect(svgColour('rgb(29, 33, 38)')).toEqual({ colour: 'rgb(29, 33, 38)', opacity: 1 });
  expect(svgColour('rgba(0, 0, 0, 0)').opacity).toBe(0);
  expect(svgColour('color(srgb 1 0.5 0 / 0.25)')).toEqual({
    colour: 'rgb(255, 128, 0)',
    opacity: 0.25,
  });
  expect(svgColour('color(srgb 3.2e-7 0 1)').colour).toBe('rgb(0, 0, 255)');
  expect(svgColour('none')).toEqual({ colour: 'none', opacity: 1 });
  expect(paintWith('fill', 'rgba(1, 2, 3, 0.5)')).toBe('fill="rgb(1, 2, 3)" fill-opacity="0.5"');
});

it('stripes become a pattern as wide as they are apart', () => {
  const image =
    'repeating-linear-gradient(-45deg, color(srgb 1 0 0 / 0.5) 0px, color(srgb 1 0 0 / 0.5) 3px, rgb(0, 0, 255) 3px, rgb(0, 0, 255) 7px)';
  const pattern = stripes(image, () => 'a');
  expect(pattern?.id).toBe('a');
  expect(pattern?.definition).toContain('width="7" height="7"');
  expect(pattern?.definition).toContain('rotate(-135)');
  expect(pattern?.definition.match(/<rect/g)).toHaveLength(2);
  expect(stripes('none', () => 'a')).toBeUndefined();
});
