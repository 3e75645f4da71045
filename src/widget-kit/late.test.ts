import { expect, it } from 'vitest';
import { loadPicture, loadQr } from './late.ts';

it('the part that draws QR codes draws one, with an empty border around it', async () => {
  const { renderSVG } = await loadQr();
  const svg = renderSVG('https://example.org/en/widgets/conv-filter/?v=1', { ecc: 'L', border: 2 });
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
  const longer = renderSVG('x'.repeat(2900), { ecc: 'L', border: 2 });
  expect(longer.length).toBeGreaterThan(svg.length);
});

it('the part that makes pictures has both kinds', async () => {
  expect(Object.keys(await loadPicture()).sort()).toEqual(['stageToPng', 'stageToSvg']);
});
