import { ndArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import type { DataSet } from './data-set.ts';

/** Why files are not a data set. */
export type FileFault =
  | 'neither-idx-nor-cifar'
  | 'cut-off'
  | 'no-labels'
  | 'no-images'
  | 'other-number-of-labels'
  | 'too-few';

/** Files that hold no data set that can be learned from. */
export class FilesError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.name = 'FilesError';
    this.fault = fault;
  }
}

type Images = { readonly side: number; readonly pixels: readonly Float32Array[] };
type Labels = readonly number[];
type Part = { readonly images?: Images; readonly labels?: Labels };

const IDX_IMAGES = 0x00000803;
const IDX_LABELS = 0x00000801;
const CIFAR_SIDE = 32;
const CIFAR_RECORD = 1 + 3 * CIFAR_SIDE ** 2;

const cifarClasses = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
];

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * Reads a data set from the files that it is distributed as: MNIST and its relatives, images and labels
 * (IDX, as they are or compressed by gzip), or batches of CIFAR-10 (binary).
 * @param side of the pictures that are made of them, grey, each cell the mean of what it covers
 * @param count how many examples are wanted; the first ones are taken
 * @throws FilesError if they hold something else, are cut off, do not belong together, or hold fewer
 */
export async function readDataFiles(
  files: readonly Blob[],
  { side, count }: { readonly side: number; readonly count: number },
): Promise<DataSet> {
  const parts = await Promise.all(files.map(async (file) => partOf(await bytesOf(file), count)));
  const images = parts.flatMap((part) => part.images ?? []);
  const labels = parts.flatMap((part) => part.labels ?? []);
  const pictures = images.flatMap(({ side: given, pixels }) =>
    pixels.map((cells) => resample(ndArray([given, given], cells), side, side).data),
  );
  if (pictures.length === 0) throw new FilesError('no-images');
  if (labels.length === 0) throw new FilesError('no-labels');
  if (pictures.length !== labels.length) throw new FilesError('other-number-of-labels');
  if (pictures.length < count) throw new FilesError('too-few');
  const data = new Float32Array(count * side ** 2);
  pictures.slice(0, count).forEach((cells, index) => data.set(cells, index * side ** 2));
  return {
    inputs: { shape: [count, 1, side, side], data },
    labels: Uint8Array.from(labels.slice(0, count)),
    classes: images.some((each) => each.side === CIFAR_SIDE) ? cifarClasses : digits,
  };
}

/** What a file holds, unpacked if it is compressed. */
async function bytesOf(file: Blob): Promise<DataView> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const whole = isPacked
    ? await new Response(file.stream().pipeThrough(new DecompressionStream('gzip')))
        .arrayBuffer()
        .catch(() => {
          throw new FilesError('cut-off');
        })
    : await file.arrayBuffer();
  return new DataView(whole);
}

function partOf(bytes: DataView, most: number): Part {
  const magic = bytes.byteLength >= 8 ? bytes.getUint32(0) : 0;
  if (magic === IDX_IMAGES) return { images: idxImages(bytes, most) };
  if (magic === IDX_LABELS) return { labels: idxLabels(bytes, most) };
  if (bytes.byteLength > 0 && bytes.byteLength % CIFAR_RECORD === 0) return cifar(bytes, most);
  throw new FilesError('neither-idx-nor-cifar');
}

function idxImages(bytes: DataView, most: number): Images {
  if (bytes.byteLength < 16) throw new FilesError('cut-off');
  const [count, rows, columns] = [4, 8, 12].map((at) => bytes.getUint32(at));
  if (rows === 0 || rows !== columns) throw new FilesError('neither-idx-nor-cifar');
  if (bytes.byteLength < 16 + count * rows * columns) throw new FilesError('cut-off');
  const size = rows * columns;
  const pixels = Array.from({ length: Math.min(count, most) }, (_, index) =>
    Float32Array.from({ length: size }, (_, at) => bytes.getUint8(16 + index * size + at) / 255),
  );
  return { side: rows, pixels };
}

function idxLabels(bytes: DataView, most: number): Labels {
  const count = bytes.getUint32(4);
  if (bytes.byteLength < 8 + count) throw new FilesError('cut-off');
  const labels = Array.from({ length: Math.min(count, most) }, (_, at) => bytes.getUint8(8 + at));
  if (labels.some((label) => label > 9)) throw new FilesError('neither-idx-nor-cifar');
  return labels;
}

/** Records of a label and three planes of 32 × 32: red, green, blue. */
function cifar(bytes: DataView, most: number): Part {
  const size = CIFAR_SIDE ** 2;
  const records = Math.min(bytes.byteLength / CIFAR_RECORD, most);
  const labels: number[] = [];
  const pixels = Array.from({ length: records }, (_, record) => {
    const from = record * CIFAR_RECORD;
    labels.push(bytes.getUint8(from));
    return Float32Array.from({ length: size }, (_, at) => {
      const [red, green, blue] = [0, 1, 2].map((c) => bytes.getUint8(from + 1 + c * size + at));
      return (red + green + blue) / (3 * 255);
    });
  });
  // Any file may have this length by chance.
  if (labels.some((label) => label > 9)) throw new FilesError('neither-idx-nor-cifar');
  return { images: { side: CIFAR_SIDE, pixels }, labels };
}
