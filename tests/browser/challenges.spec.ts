import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { strings as convFilter } from '../../components/widgets/conv-filter/strings.ts';
import { strings as filterBank } from '../../components/widgets/filter-bank/strings.ts';
import { strings as learnFilter } from '../../components/widgets/learn-filter/strings.ts';
import { strings as minibatchConv } from '../../components/widgets/minibatch-conv/strings.ts';
import { strings as rgbFilter } from '../../components/widgets/rgb-filter/strings.ts';
import { cellIn, expect, locales, openFigure, test, type Locale } from './support.ts';

/** One way to do something by hand to a figure. */
type Deed = (figure: Locator, locale: Locale) => Promise<void>;

type Solutions = Readonly<
  Record<string, { readonly tempting: readonly Deed[]; readonly right: readonly Deed[] }>
>;

const typed =
  (label: (locale: Locale) => string, text: string): Deed =>
  async (figure, locale) => {
    const field = figure.getByLabel(label(locale), { exact: true });
    await field.click();
    await field.press('Control+a');
    await field.pressSequentially(text);
    await field.press('Enter');
  };

const inGrid =
  (name: (locale: Locale) => string, row: number, column: number, text: string): Deed =>
  async (figure, locale) => {
    const grid = figure.getByRole('grid', { name: name(locale), exact: true });
    await cellIn(grid, row, column).dblclick();
    await figure.page().keyboard.type(text);
    await figure.page().keyboard.press('Enter');
  };

const inCell = (row: number, column: number, text: string): Deed =>
  inGrid((locale) => convFilter[locale].kernel, row, column, text);

const chosen =
  (label: (locale: Locale) => string, option: (locale: Locale) => string): Deed =>
  async (figure, locale) => {
    await figure.getByLabel(label(locale), { exact: true }).selectOption(option(locale));
  };

const kernelFrom = (name: 'sharpen' | 'blur'): Deed =>
  chosen(
    (locale) => convFilter[locale].presets,
    (locale) => convFilter[locale][`kernel.${name}`],
  );
const padding = (text: string): Deed =>
  typed((locale) => convFilter[locale]['param.padding'], text);
const dilation = (text: string): Deed =>
  typed((locale) => convFilter[locale]['param.dilation'], text);
const kernelSide = (text: string): Deed => typed((locale) => convFilter[locale].kernelSide, text);
const rate = (text: string): Deed => typed((locale) => learnFilter[locale]['param.rate'], text);

const inBatch =
  (tensor: 'image' | 'filter', index: number) =>
  (row: number, column: number, text: string): Deed =>
    inGrid(
      (locale) => {
        const { [`${tensor}Name` as const]: owner, channelName, sliceName } = minibatchConv[locale];
        const part = tensor === 'image' ? channelName : sliceName;
        return `${owner.replace('{number}', String(index))}, ${part.replace('{number}', '1')}`;
      },
      row,
      column,
      text,
    );
const inFirstFilter = inBatch('filter', 1);
const inFourthFilter = inBatch('filter', 4);
const inSecondImage = inBatch('image', 2);

const ofSize1 = typed((locale) => rgbFilter[locale].kernelSide, '1');
const rgbBias = (text: string): Deed => typed((locale) => rgbFilter[locale]['param.bias'], text);
const weightOf = (colour: 'red' | 'green' | 'blue', text: string): Deed =>
  inGrid(
    (locale) => rgbFilter[locale].sliceName.replace('{colour}', rgbFilter[locale][colour]),
    0,
    0,
    text,
  );

const filters = (text: string): Deed => typed((locale) => filterBank[locale].filterCount, text);
const groups = (text: string): Deed => typed((locale) => filterBank[locale]['param.groups'], text);
const bankFilter =
  (number: number, name: 'identity' | 'sharpen' | 'laplacian'): Deed =>
  async (figure, locale) => {
    const words = filterBank[locale];
    const button = words.filterName.replace('{number}', String(number));
    await figure.getByRole('button', { name: button, exact: true }).click();
    await figure
      .getByLabel(words.filterPreset, { exact: true })
      .selectOption(words[`kernel.${name}`]);
  };

/** A number in a field whose letter a handle of the figure has as well. */
const inField =
  (name: string, text: string): Deed =>
  async (figure) => {
    const field = figure.getByRole('textbox', { name, exact: true });
    await field.fill(text);
    await field.press('Enter');
  };

/** By hand: what a reader may try first, and what solves it. Every step keeps the ones before. */
const solutions: Solutions = {
  'conv-filter keep-size': {
    // What padding does for a kernel that is not dilated, and a dilation of 1, which is none.
    tempting: [padding('1'), dilation('1'), kernelSide('1')],
    right: [dilation('2'), kernelSide('3'), padding('2')],
  },
  'conv-filter edges-only': {
    // All zeros are zero on the edge as well; sharpening keeps what is flat.
    tempting: [inCell(1, 1, '0'), kernelFrom('sharpen'), kernelFrom('blur')],
    right: [
      kernelSide('2'),
      inCell(0, 0, '-1'),
      inCell(0, 1, '1'),
      inCell(1, 0, '0'),
      inCell(1, 1, '0'),
    ],
  },
  'learn-filter fast': {
    // Twice as fast would be right, were it not too fast.
    tempting: [rate('0.3'), rate('0.8')],
    right: [rate('0.38')],
  },
  'rgb-filter red-only': {
    // Red alone is in the green bar as well, and a bias that cancels grey leaves it there.
    tempting: [ofSize1, weightOf('red', '1'), weightOf('blue', '0'), rgbBias('-0.2')],
    right: [weightOf('green', '-0.5'), rgbBias('-0.1')],
  },
  'rgb-filter green-itself': {
    // Blue and the bias are still in it.
    tempting: [ofSize1, weightOf('green', '1')],
    right: [weightOf('blue', '0'), rgbBias('0')],
  },
  'filter-bank sum-to-identity': {
    // The picture itself is not allowed, not even as one of the two.
    tempting: [bankFilter(1, 'identity')],
    right: [bankFilter(1, 'sharpen'), bankFilter(2, 'laplacian')],
  },
  'filter-bank depthwise': {
    // Six filters may be grouped; as long as they are not, each sees all three colours.
    tempting: [filters('6')],
    right: [filters('3'), groups('3')],
  },
  'minibatch-conv silent-filter': {
    // Zeros are not allowed, and one positive weight is still seen.
    tempting: [
      inFirstFilter(0, 0, '0'),
      inFirstFilter(0, 1, '0'),
      inFirstFilter(1, 0, '0'),
      inFirstFilter(1, 1, '0'),
    ],
    right: [
      inFirstFilter(0, 0, '-1'),
      inFirstFilter(0, 1, '-1'),
      inFirstFilter(1, 0, '-1'),
      inFirstFilter(1, 1, '-1'),
    ],
  },
  'minibatch-conv silent-image': {
    // Filter 4 is changed for all images, and the others still see image 2.
    tempting: [inFourthFilter(1, 1, '-1'), inSecondImage(2, 2, '0')],
    right: [
      inSecondImage(1, 2, '0'),
      inSecondImage(2, 1, '0'),
      inSecondImage(2, 3, '0'),
      inSecondImage(3, 2, '0'),
    ],
  },
  'bn-calculator variance-four': {
    // γ is the deviation: 4 makes a variance of 16.
    tempting: [inField('γ', '4'), inField('β', '-1')],
    right: [inField('γ', '2')],
  },
  'bn-calculator undo': {
    // The variance, which is 4, in place of the deviation.
    tempting: [inField('γ', '4'), inField('β', '5')],
    right: [inField('γ', '2')],
  },
  'sigmoid-regime saturated': {
    // A shift saturates more than enough, but moves the mean; a width of 3 is too little.
    tempting: [inField('β', '4'), inField('γ', '3')],
    right: [inField('γ', '4.5'), inField('β', '0')],
  },
  'sigmoid-regime restored': {
    // What the sample was drawn from is not what it has.
    tempting: [inField('γ', '3'), inField('β', '3')],
    right: [inField('γ', '2.97'), inField('β', '3.13')],
  },
};

const CHAPTERS = 'content/chapters';

/** Every challenge of the course, as its chapter asks for it. */
const asked = readdirSync(CHAPTERS).flatMap((folder) => {
  const text = readFileSync(`${CHAPTERS}/${folder}/en.mdx`, 'utf8');
  return Array.from(text.matchAll(/<Challenge\b[^>]*>/gs), ([tag]) => {
    const read = (name: string): string => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? '';
    const slug = folder.replace(/^\d+-/, '');
    return { slug, id: read('id'), challenge: `${read('widget')} ${read('goal')}` };
  });
});

/** Every challenge of every widget that a chapter has. */
const declared = readdirSync('components/widgets')
  .filter((widget) => asked.some(({ challenge }) => challenge.startsWith(`${widget} `)))
  .flatMap((widget) => {
    const words = readFileSync(`components/widgets/${widget}/strings.ts`, 'utf8');
    const goals = Array.from(words.matchAll(/'challenge\.([^']+)'/g), ([, goal]) => goal);
    return Array.from(new Set(goals), (goal) => `${widget} ${goal}`);
  });

test('every challenge is asked in a chapter and has been solved here', () => {
  expect(asked.map(({ challenge }) => challenge).sort()).toEqual(declared.sort());
  expect(Object.keys(solutions).sort()).toEqual(declared.sort());
});

const settled = (page: Page, id: string): Promise<void> =>
  expect(page.locator(`#${id} .badge[data-backend]`)).toHaveAttribute('aria-busy', 'false');

for (const locale of locales) {
  for (const { slug, id, challenge } of asked) {
    test(`${locale} ${slug}: ${challenge} is solved by hand, and not by what tempts`, async ({
      page,
    }) => {
      const { tempting, right } = solutions[challenge];
      const figure = page.locator(`#${id}`);
      const goal = figure.locator('.goal');
      const [unsolved, solved] = { en: ['Not yet', 'Solved'], ja: ['まだです', '達成'] }[locale];
      await openFigure(page, `/${locale}/${slug}/`);
      await figure.scrollIntoViewIfNeeded();
      await settled(page, id);
      await expect(goal.locator('b')).toHaveText(unsolved);
      const act = async (deed: Deed): Promise<void> => {
        const before = await figure.locator('[data-stage]').textContent();
        await deed(figure, locale);
        await expect(figure.locator('[data-stage]')).not.toHaveText(before ?? '');
        await settled(page, id);
      };
      for (const deed of tempting) {
        await act(deed);
        await expect(goal.locator('b')).toHaveText(unsolved);
      }
      for (const [index, deed] of right.entries()) {
        await expect(goal.locator('b'), `before step ${index + 1}`).toHaveText(unsolved);
        await act(deed);
      }
      await expect(goal.locator('b')).toHaveText(solved);
      await figure.getByRole('button', { name: /^(Undo|元に戻す)$/ }).click();
      await expect(goal.locator('b')).toHaveText(unsolved);
    });
  }
}
