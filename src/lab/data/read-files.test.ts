import { describe, expect, it } from 'vitest';
import { readDataFiles, type FileFault } from './read-files.ts';

const wanted = { side: 4, count: 3 };

/** Big-endian numbers of four bytes, then bytes. */
function file(header: readonly number[], body: readonly number[] = []): Blob {
  const bytes = new DataView(new ArrayBuffer(4 * header.length + body.length));
  header.forEach((word, index) => bytes.setUint32(4 * index, word));
  body.forEach((byte, index) => bytes.setUint8(4 * header.length + index, byte));
  return new Blob([bytes]);
}

/** Pictures of one grey each: 0, 51, 102 … */
const images = (count: number, side = 8): Blob =>
  file(
    [0x803, count, side, side],
    Array.from({ length: count * side * side }, (_, at) => 51 * Math.floor(at / side ** 2)),
  );
const labels = (...values: number[]): Blob => file([0x801, values.length], values);

const cifar = (...values: number[]): Blob =>
  new Blob(
    values.map((label, index) =>
      Uint8Array.from({ length: 3073 }, (_, at) => (at === 0 ? label : 20 * index)),
    ),
  );

const packed = async (blob: Blob): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();

describe('a data set from files', () => {
  it('is read from images and labels, in any order, as they are or packed', async () => {
    for (const files of [
      [images(4), labels(7, 1, 9, 0)],
      [await packed(labels(7, 1, 9, 0)), await packed(images(4))],
    ]) {
      const { inputs, labels: read, classes } = await readDataFiles(files, wanted);
      expect(inputs.shape).toEqual([3, 1, 4, 4]);
      expect(Array.from(read)).toEqual([7, 1, 9]);
      expect(classes[7]).toBe('7');
      expect(inputs.data[0]).toBe(0);
      expect(inputs.data[16]).toBeCloseTo(0.2);
      expect(inputs.data[47]).toBeCloseTo(0.4);
    }
  });

  it('is read from batches of CIFAR-10, one after the other', async () => {
    const { inputs, labels: read, classes } = await readDataFiles([cifar(3, 5), cifar(8)], wanted);
    expect(Array.from(read)).toEqual([3, 5, 8]);
    expect(classes[8]).toBe('ship');
    expect(inputs.data[16]).toBeCloseTo(0.08);
  });

  const broken: readonly (readonly [string, () => Promise<Blob[]> | Blob[], FileFault])[] = [
    ['a text', () => [new Blob(['label,pixel'])], 'neither-idx-nor-cifar'],
    ['nothing', () => [new Blob([])], 'neither-idx-nor-cifar'],
    ['images that are cut off', () => [images(4).slice(0, 200), labels(1, 2, 3, 4)], 'cut-off'],
    ['a header alone', () => [file([0x803, 4])], 'cut-off'],
    ['labels that are cut off', () => [images(4), labels(1, 2, 3, 4).slice(0, 10)], 'cut-off'],
    ['images without labels', () => [images(4)], 'no-labels'],
    ['labels without images', () => [labels(1, 2, 3)], 'no-images'],
    ['more images than labels', () => [images(3), labels(1, 2)], 'other-number-of-labels'],
    ['fewer than are wanted', () => [images(2), labels(1, 2)], 'too-few'],
    ['labels of a hundred classes', () => [images(3), labels(1, 2, 77)], 'neither-idx-nor-cifar'],
    ['something else of CIFAR’s length', () => [cifar(200)], 'neither-idx-nor-cifar'],
    [
      'images that are not square',
      () => [file([0x803, 1, 2, 3], [1, 2, 3, 4, 5, 6])],
      'neither-idx-nor-cifar',
    ],
    [
      'a packed file that is cut off',
      async () => [(await packed(images(4))).slice(0, 40)],
      'cut-off',
    ],
  ];

  it.each(broken)('is not read from %s', async (_, files, fault) => {
    await expect(readDataFiles(await files(), wanted)).rejects.toMatchObject({ fault });
  });
});
