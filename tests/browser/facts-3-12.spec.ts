import type { FrameLocator, Locator, Page } from '@playwright/test';
import { embed, exampleQueries, expect, test } from './support.ts';

// Every number of the tables of FACTS 3.12, read off the page of the widget that computes it.

type Examples = {
  readonly figure: FrameLocator;
  /** Shows a named example, with changes to it. */
  show(example: string, changes?: Readonly<Record<string, string>>): Promise<void>;
};

async function openExamples(page: Page, widget: string): Promise<Examples> {
  const queries = await exampleQueries(page, widget);
  const embedded = await embed(page, `/en/embed/${widget}/`);
  const { params: defaults } = await embedded.request('getState');
  return {
    figure: page.frameLocator('#frame'),
    async show(example, changes = {}) {
      const given = new URLSearchParams(queries[example]);
      given.delete('v');
      const params = { ...(defaults as object), ...Object.fromEntries(given), ...changes };
      expect(await embedded.request('setState', params)).toMatchObject({ notes: [] });
    },
  };
}

/** The numbers of a text. */
async function numbersOf(locator: Locator): Promise<number[]> {
  const text = (await locator.textContent()) ?? '';
  return (text.replaceAll('−', '-').match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

test('{1, 2, 3, 6}: its statistics, γ = 2 and β = 1, and one outlier', async ({ page }) => {
  const { figure, show } = await openExamples(page, 'bn-calculator');
  const line = (number: number) => figure.locator(`.line[data-line="${number}"] .in-numbers`);
  const measured = (name: string) =>
    figure.getByRole('row', { name: new RegExp(`^${name}`) }).locator('b');

  for (const [cell, value] of ['−1.069', '−0.535', '0.000', '1.604'].entries()) {
    await show('default', { cell: String(cell) });
    await expect(line(3)).toHaveText(new RegExp(` = ${value}$`));
  }
  await expect(line(1)).toHaveText('(1 + 2 + 3 + 6) / 4 = 3.000');
  await expect(line(2)).toHaveText('(4 + 1 + 0 + 9) / 4 = 3.500');
  await expect(figure.locator('.unbiased')).toContainText('m − 1 = 3 instead of m');
  await expect(figure.locator('.unbiased')).toContainText('is 4.667');

  for (const [cell, value] of ['−1.138', '−0.069', '1.000', '4.207'].entries()) {
    await show('gamma-two', { cell: String(cell) });
    await expect(line(4)).toHaveText(new RegExp(` = ${value}$`));
  }
  await expect(measured('mean')).toHaveText('1.000');
  await expect(measured('deviation')).toHaveText('2.000');
  await expect(measured('variance')).toHaveText('4.000');

  await show('outlier-of-four');
  await expect(line(3)).toHaveText(/ = 1\.732$/);
  await expect(figure.locator('.furthest')).toHaveText(
    'The largest |x̂| is 1.732; among 4 numbers it cannot pass √(m − 1) = 1.732.',
  );
});

test('how each system carries its running statistics', async ({ page }) => {
  const { figure, show } = await openExamples(page, 'running-statistics');
  const line = (number: number) => figure.locator('.formulas .in-numbers').nth(number);
  const chosen = (label: string) =>
    figure.getByLabel(label, { exact: true }).locator('option:checked');
  const momentumField = figure.getByLabel('momentum, α', { exact: true });
  const ofNew = 'of the new batch (PyTorch)';
  const ofOld = 'of the old value (Keras)';
  const systems = [
    ['default', 'PyTorch', ofNew, '0.1', '10⁻⁵', true, '0.900', '0.100'],
    ['keras', 'Keras', ofOld, '0.99', '10⁻³', false, '0.990', '0.010'],
    ['fused', 'tf.keras, four axes', ofOld, '0.99', '10⁻³', true, '0.990', '0.010'],
  ] as const;
  for (const [example, library, share, momentum, epsilon, unbiased, old, fresh] of systems) {
    await show(example, { step: '0' });
    await expect(chosen('defaults of')).toHaveText(library);
    await expect(chosen('the momentum is the share')).toHaveText(share);
    await expect(chosen('ε')).toHaveText(epsilon);
    await expect(momentumField).toHaveValue(momentum);
    await expect(figure.getByRole('checkbox', { name: /^store m/ })).toBeChecked({
      checked: unbiased,
    });
    // Four images of 3 × 3 are 36 values. Before the first batch the mean is 0 and the variance 1.
    await expect(line(0)).toContainText(`${old} · 0.000 + ${fresh} · `);
    await expect(line(1)).toContainText(
      `${old} · 1.000 + ${fresh} · ${unbiased ? '36 / 35 · ' : ''}`,
    );
    const mean = await numbersOf(line(0));
    expect(mean[4]).toBeCloseTo(Number(fresh) * mean[3], 2);
    const variance = await numbersOf(line(1));
    const [batch, stored] = variance.slice(-2);
    const correction = unbiased ? 36 / 35 : 1;
    expect(stored).toBeCloseTo(Number(old) + Number(fresh) * correction * batch, 2);
    // Training divides by the biased variance in every system.
    await expect(line(2)).toContainText(`/ √(${batch.toFixed(3)} + ${epsilon})`);
  }

  // The momenta are complementary.
  await show('same');
  await expect(chosen('the momentum is the share')).toHaveText(ofOld);
  await expect(momentumField).toHaveValue('0.9');
  await expect(line(0)).toHaveText(/^0\.900 · .* \+ 0\.100 · /);
});

test('who shares statistics, in a cube of [3, 4, 5, 5], and which layers are equal', async ({
  page,
}) => {
  const { figure, show } = await openExamples(page, 'norm-cubes');
  const count = figure.locator('.count');
  const perChannel = 'γ and β: one number a channel, 4 of each';
  const perElement = '100 numbers each, one for each element of an image.';
  for (const [example, statistics, affine] of [
    ['default', '4 statistics, each over 75 values.', `${perChannel}.`],
    ['layer', '3 statistics, each over 100 values.', `γ and β: ${perElement}`],
    ['instance', '12 statistics, each over 25 values.', `${perChannel}; none unless asked for`],
    ['group', '6 statistics, each over 50 values.', `${perChannel}.`],
    ['rms', '3 statistics, each over 100 values.', 'γ: 100 numbers, one for each element'],
  ]) {
    await show(example, { view: 'flat' });
    await expect(count.locator('b')).toHaveText(statistics);
    await expect(count).toContainText(affine);
  }
  await expect(count).toContainText('no β');
  await figure.getByRole('button', { name: 'none', exact: true }).click();
  await expect(count).toHaveText(/^Nothing is normalized\./);

  const difference = (norm: string) =>
    figure.locator('.differences li', { hasText: `from ${norm} norm` });
  await show('group', { view: 'flat' });
  for (const norm of ['layer', 'instance']) {
    await expect(difference(norm)).toHaveText(/: \d+\.\d\d$/);
  }
  for (const [groups, norm] of [
    [/^1/, 'layer'],
    [/^4/, 'instance'],
  ] as const) {
    const choice = figure.getByRole('group', { name: 'groups' });
    await choice.getByRole('button', { name: groups }).click();
    await expect(difference(norm)).toHaveText(`Largest difference from ${norm} norm: 0`);
  }
  await show('one-image', { view: 'flat' });
  await expect(difference('instance')).toHaveText('Largest difference from instance norm: 0');

  const outcome = figure.locator('.formulas .in-numbers').last();
  const vectors = {
    rms: ['0.365', '0.730', '1.095', '1.461'],
    layer: ['−1.342', '−0.447', '0.447', '1.342'],
  };
  for (const [norm, values] of Object.entries(vectors)) {
    for (const [cell, value] of values.entries()) {
      await show('vector', { view: 'flat', norm, cell: String(cell) });
      await expect(outcome).toHaveText(new RegExp(` = ${value}$`));
    }
  }

  await show('outlier', { view: 'flat' });
  await expect(count.locator('b')).toHaveText('1 statistic, over 64 values.');
  await expect(outcome).toHaveText(/ = 7\.937$/);
});

test('how noisy the statistics of a batch are', async ({ page }) => {
  const { figure, show } = await openExamples(page, 'batch-noise');
  await show('table');
  const expected: Readonly<Record<number, readonly number[]>> = {
    2: [0.7071, 0.5, 0.7071],
    4: [0.5, 0.75, 0.6124],
    16: [0.25, 0.9375, 0.3423],
    32: [0.1768, 0.96875, 0.2461],
    64: [0.125, 0.98438, 0.1754],
    256: [0.0625, 0.99609, 0.0882],
  };
  for (const [size, values] of Object.entries(expected)) {
    const row = figure.locator(`.doublings tr[data-size="${size}"]`);
    await expect(row.getByRole('cell').first()).toHaveText(size);
    const shown = (await row.locator('.by-theory').allTextContents()).map(Number);
    expect(shown).toHaveLength(values.length);
    for (const [index, value] of values.entries()) expect(shown[index]).toBeCloseTo(value, 4);
  }
  const apart = await figure.locator('.comparisons td:last-child').allTextContents();
  expect(apart.slice(-3).every((text) => Number(text) < 4)).toBe(true);
});
