import { strings } from '../../../components/widgets/contrast-norm/strings.ts';
import { chosen, type Deed, type Solutions } from './deeds.ts';

const { en } = strings;
const image = (number: number): string => en.imageName.replace('{number}', String(number));

/** Presses a key on the handle of an image. */
const moved =
  (handle: 'meanOf' | 'deviationOf', number: number, key: string): Deed =>
  async (figure) => {
    const name = en[handle].replace('{image}', image(number));
    await figure.getByRole('slider', { name, exact: true }).press(key);
  };

export const solutions: Solutions = {
  'grey-alike': {
    // ε is the same for both, and equal contrast is not enough if one image is brighter.
    tempting: [
      chosen(en['param.epsilon'], '0.1'),
      moved('meanOf', 1, 'PageUp'),
      moved('deviationOf', 1, 'PageUp'),
      moved('deviationOf', 1, 'PageUp'),
    ],
    right: [moved('meanOf', 2, 'PageUp')],
  },
  'still-apart': {
    // However contrast and brightness are turned, instance normalization turns them back.
    tempting: [moved('deviationOf', 1, 'PageUp'), moved('meanOf', 2, 'PageDown')],
    right: [chosen(image(2), en['picture.window'])],
  },
};
