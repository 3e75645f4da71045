import { strings } from '../../../components/widgets/shape-preserved/strings.ts';
import { chosen, typed, type Deed, type Solutions } from './deeds.ts';

type Point = readonly [value: number, height: number];

const words = strings.en;

/** Where a value and the height of a bar lie in the plot of the sketch, in parts of its size. */
const placeOf = ([value, height]: Point) => ({
  x: (40 + (value / 10) * 302) / 360,
  y: (180 - (height / 10.8) * 158) / 216,
});

/** Drags across the sketch, along a line through these points. */
export const sketched =
  (points: readonly Point[]): Deed =>
  async (figure) => {
    const plot = figure.locator('.plot').first();
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (!box) throw new Error('The sketch is not there');
    const { mouse } = figure.page();
    for (const [index, point] of points.entries()) {
      const { x, y } = placeOf(point);
      await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
      if (index === 0) await mouse.down();
    }
    await mouse.up();
  };

const bell = (value: number): number => 9 * Math.exp(-(((value - 5) / 1.5) ** 2) / 2);

export const solutions: Solutions = {
  bell: {
    // The normal distribution is no sketch; a triangle has too little in its tails.
    tempting: [
      chosen(words['param.distribution'], 'normal'),
      sketched([
        [0.25, 0],
        [2.25, 0],
        [4.75, 9],
        [5.25, 9],
        [7.75, 0],
        [9.75, 0],
      ]),
    ],
    right: [
      sketched(Array.from({ length: 20 }, (_, bar) => [bar / 2 + 0.25, bell(bar / 2 + 0.25)])),
    ],
  },
  'left-tail': {
    // Moving and stretching leave the tail where it is.
    tempting: [typed(words['param.beta'], '-5'), typed(words['param.gamma'], '3')],
    right: [typed(words['param.gamma'], '-1')],
  },
};
