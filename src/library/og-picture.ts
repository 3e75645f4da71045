import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { computeInProcess } from '#engine/in-process.ts';
import type { Locale } from '#i18n/locales.ts';
import { completed } from '#kit/link.ts';
import { extent, maxAbs, type NdArray } from '#nd/nd-array.ts';
import { phrasesOf } from '#src/markdown/heading-breaks.ts';
import compute, { type Result } from '../../components/widgets/conv-filter/compute.ts';
import widget from '../../components/widgets/conv-filter/widget.ts';

const WIDTH = 1200;
const HEIGHT = 630;

const resolve = createRequire(import.meta.url).resolve;
const font = (path: string): Buffer => readFileSync(resolve(path));

const fonts = [
  {
    name: 'Source Serif',
    data: font('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff'),
  },
  {
    name: 'Noto Sans JP',
    data: font('@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff'),
  },
];

type Element = {
  readonly type: string;
  readonly props: { readonly style?: object; readonly src?: string; readonly children?: unknown };
};

const box = (style: object, children?: unknown): Element => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** The picture that a link to a page shows elsewhere: its title over a truly computed convolution. */
export async function ogPicture(title: string, kicker: string, locale: Locale): Promise<Buffer> {
  const { input, output } = await emblem();
  const phrases = phrasesOf(title).map((phrase) => box({ whiteSpace: 'pre' }, phrase));
  const text = box({ flexDirection: 'column', width: 640, justifyContent: 'space-between' }, [
    box({ fontSize: 30, color: '#565c65' }, kicker),
    box(
      { fontSize: locale === 'ja' ? 58 : 68, lineHeight: 1.25, flexWrap: 'wrap' },
      locale === 'ja' ? phrases : title,
    ),
    box({ fontSize: 34 }, 'Seikika 正規化'),
  ]);
  const pictures = box({ flexDirection: 'column', justifyContent: 'space-between' }, [
    picture(input, greyOf),
    picture(output, signedOf),
  ]);
  const page = box(
    {
      width: WIDTH,
      height: HEIGHT,
      padding: 64,
      justifyContent: 'space-between',
      background: '#fbfaf7',
      color: '#1d2126',
      fontFamily: locale === 'ja' ? 'Noto Sans JP, Source Serif' : 'Source Serif, Noto Sans JP',
      borderTop: '6px solid #1d2126',
    },
    [text, pictures],
  );
  // satori types its input as a React node; it takes plain elements of this form.
  const svg = await satori(page as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts: fonts.map(({ name, data }) => ({ name, data, weight: 400, style: 'normal' })),
  });
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function emblem(): Promise<{ input: NdArray; output: NdArray }> {
  const params = completed(widget.params, widget.examples.emblem);
  const answer = await computeInProcess(compute, params as never);
  if (answer.kind !== 'result') throw new Error(`The emblem is ${answer.kind}`);
  return { input: params.image as NdArray, output: (answer.result as Result).linear };
}

/** A matrix as a small picture of coloured cells. */
function picture(
  { shape, data }: NdArray,
  colourOf: (data: Float32Array) => (value: number) => string,
): Element {
  const [rows, columns] = shape;
  const colour = colourOf(data);
  const cells = Array.from(data, (value, index) => {
    const [x, y] = [index % columns, Math.floor(index / columns)];
    return `<rect x="${x}" y="${y}" width="0.95" height="0.95" fill="${colour(value)}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns} ${rows}">${cells.join('')}</svg>`;
  return {
    type: 'img',
    props: {
      src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      style: { width: 236, height: 236 },
    },
  };
}

function greyOf(data: Float32Array): (value: number) => string {
  const [min, max] = extent(data);
  return (value) => mix([23, 25, 28], [244, 242, 238], (value - min) / (max - min));
}

function signedOf(data: Float32Array): (value: number) => string {
  const limit = maxAbs(data);
  return (value) =>
    mix([247, 245, 242], value < 0 ? [84, 39, 136] : [166, 80, 5], Math.abs(value) / limit);
}

function mix(from: readonly number[], to: readonly number[], amount: number): string {
  return `rgb(${from.map((part, index) => Math.round(part + (to[index] - part) * amount)).join(',')})`;
}
