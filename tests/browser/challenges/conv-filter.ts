import { strings } from '../../../components/widgets/conv-filter/strings.ts';
import { chosen, inGrid, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

const inKernel = (row: number, column: number, text: string): Deed =>
  inGrid(words.kernel, row, column, text);
const kernelFrom = (name: 'sharpen' | 'blur'): Deed =>
  chosen(words.presets, words[`kernel.${name}`]);
const padding = (text: string): Deed => typed(words['param.padding'], text);
const dilation = (text: string): Deed => typed(words['param.dilation'], text);
const kernelSide = (text: string): Deed => typed(words.kernelSide, text);

export const solutions: Solutions = {
  'keep-size': {
    // What padding does for a kernel that is not dilated, and a dilation of 1, which is none.
    tempting: [padding('1'), dilation('1'), kernelSide('1')],
    right: [dilation('2'), kernelSide('3'), padding('2')],
  },
  'edges-only': {
    // All zeros are zero on the edge as well; sharpening keeps what is flat.
    tempting: [inKernel(1, 1, '0'), kernelFrom('sharpen'), kernelFrom('blur')],
    right: [
      kernelSide('2'),
      inKernel(0, 0, '-1'),
      inKernel(0, 1, '1'),
      inKernel(1, 0, '0'),
      inKernel(1, 1, '0'),
    ],
  },
};
