import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Deed, Solutions } from './challenges/deeds.ts';
import { expect, openFigure, test } from './support.ts';

const CHAPTERS = 'content/chapters';

/** Every challenge of the course, as its chapter asks for it. */
const asked = readdirSync(CHAPTERS).flatMap((folder) => {
  const text = readFileSync(`${CHAPTERS}/${folder}/en.mdx`, 'utf8');
  const slug = folder.replace(/^\d+-/, '');
  const tags = Array.from(text.matchAll(/<(Figure|Challenge)\b[^>]*>/gs), ([tag, name]) => {
    const read = (key: string): string => new RegExp(`\\b${key}="([^"]+)"`).exec(tag)?.[1] ?? '';
    const id = read('id');
    return { name, id, widget: read('widget'), goal: read('goal'), figure: read('figure') || id };
  });
  const widgetIn = (figure: string): string => tags.find(({ id }) => id === figure)?.widget ?? '';
  return tags
    .filter(({ name }) => name === 'Challenge')
    .map(({ id, goal, figure }) => ({ slug, id, goal, figure, widget: widgetIn(figure) }));
});

/** Every challenge of every widget that a chapter has. */
const declared = readdirSync('components/widgets')
  .filter((name) => asked.some(({ widget }) => widget === name))
  .flatMap((widget) => {
    const words = readFileSync(`components/widgets/${widget}/strings.ts`, 'utf8');
    const goals = Array.from(words.matchAll(/'challenge\.([^']+)'/g), ([, goal]) => goal);
    return Array.from(new Set(goals), (goal) => `${widget} ${goal}`);
  });

const solutionsOf = async (widget: string): Promise<Solutions> =>
  ((await import(`./challenges/${widget}.ts`)) as { readonly solutions: Solutions }).solutions;

test('every challenge is asked in a chapter', () => {
  expect(asked.map(({ widget, goal }) => `${widget} ${goal}`).sort()).toEqual(declared.sort());
});

const settled = (page: Page, figureId: string): Promise<void> => {
  const computed = '.badge[data-backend][aria-busy="false"]';
  const atRest = `${computed}, .run-bar[data-status="at-rest"]`;
  const figure = page.locator(`#${figureId}`).locator(atRest);
  return expect(figure.first()).toBeAttached({ timeout: 80_000 });
};

async function solve(page: Page, challenge: (typeof asked)[number]): Promise<void> {
  const { id, widget, goal, figure: figureId } = challenge;
  const { [goal]: solution } = await solutionsOf(widget);
  const figure = page.locator(`#${figureId}`);
  const outcome = figure.locator('.goal b');
  if (figureId !== id) await page.locator(`#${id} [data-challenge]`).click();
  await figure.scrollIntoViewIfNeeded();
  await settled(page, figureId);
  await expect(outcome).toHaveText('Not yet');
  const act = async (deed: Deed): Promise<void> => {
    const before = await figure.locator('[data-stage]').textContent();
    await deed(figure);
    await expect(figure.locator('[data-stage]')).not.toHaveText(before ?? '', { timeout: 60_000 });
    await settled(page, figureId);
  };
  for (const deed of solution.tempting) {
    await act(deed);
    await expect(outcome).toHaveText('Not yet');
  }
  for (const [index, deed] of solution.right.entries()) {
    await expect(outcome, `before step ${index + 1}`).toHaveText('Not yet');
    await act(deed);
  }
  await expect(outcome).toHaveText('Solved');
  // An experiment is what was run, whatever is set up for the next one.
  if ((await figure.locator('.run-bar').count()) > 0) return;
  await figure.getByRole('button', { name: 'Undo' }).click();
  await expect(outcome).toHaveText('Not yet');
}

const isExperiment = (widget: string): boolean =>
  /^ {2}run:/m.test(readFileSync(`components/widgets/${widget}/widget.ts`, 'utf8'));

for (const chapter of new Set(asked.map(({ slug }) => slug))) {
  test(`${chapter}: every challenge is solved by hand, and not by what tempts`, async ({
    page,
  }) => {
    const challenges = asked.filter(({ slug }) => slug === chapter);
    test.setTimeout(90_000 * challenges.length);
    // Where WebGL is software, edits take several times as long by it, and experiments minutes.
    const backend = challenges.some(({ widget }) => isExperiment(widget)) ? 'cpu' : 'wasm';
    await openFigure(page, `/en/${chapter}/?backend=${backend}`, backend);
    for (const [index, challenge] of challenges.entries()) {
      // What was run for one may meet the next as well.
      if (challenges[index - 1]?.figure === challenge.figure) await page.reload();
      await test.step(`${challenge.widget} ${challenge.goal}`, () => solve(page, challenge));
    }
  });
}
