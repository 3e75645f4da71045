import { readFileSync } from 'node:fs';
import {
  embed,
  expect,
  relativeDifference,
  resultOf,
  webglTest as test,
  type PlainArrays,
} from './support.ts';

type Case = {
  params: Record<string, unknown>;
  pre: PlainArrays[string];
  post: PlainArrays[string];
};

const cases = JSON.parse(readFileSync('tests/pytorch/conv-filter.json', 'utf8')) as Case[];

test('conv-filter equals PyTorch on WebGL, in the built page', async ({ page }) => {
  test.setTimeout(300_000);
  const widget = await embed(page, '/en/embed/conv-filter/?backend=webgl');
  let worst = 0;
  for (const { params, pre, post } of cases) {
    await widget.request('setState', params);
    const { computedBy, failure } = await widget.request('getResult');
    expect(failure).toBeUndefined();
    expect(computedBy).toMatchObject({ name: 'webgl', floatBits: 32 });
    const { linear, activated } = await resultOf(widget);
    expect(linear.shape).toEqual(pre.shape);
    worst = Math.max(
      worst,
      relativeDifference(linear.data, pre.data),
      relativeDifference(activated.data, post.data),
    );
    expect(worst, JSON.stringify(params).slice(-160)).toBeLessThan(1e-5);
  }
  console.info(
    `conv-filter on WebGL: ${cases.length} settings within ${worst.toExponential(1)} of PyTorch`,
  );
});
