import { expect, it } from 'vitest';
import { loadPanels, loadPicture } from './late.ts';

it('every menu of the bar has its panel', async () => {
  expect(Object.keys(await loadPanels()).sort()).toEqual(['code', 'embed', 'export', 'share']);
});

it('the part that makes pictures has both kinds', async () => {
  expect(await loadPicture()).toMatchObject({
    stageToPng: expect.any(Function) as unknown,
    stageToSvg: expect.any(Function) as unknown,
  });
});
