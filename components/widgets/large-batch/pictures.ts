import { sliceOf, type DataSet } from '#lab/data/data-set.ts';
import { LEARNED, picturesOf, type DataName } from '#lab/glyph-network.ts';

/**
 * So many pictures to learn from, and all others.
 * @throws TensorError `no-own-data`
 */
export function splitPictures(
  given: { readonly data: DataName; readonly seed: number },
  examples: number,
  own?: DataSet,
): { readonly learned: DataSet; readonly unseen: DataSet } {
  const { learned, unseen } = picturesOf(given, own);
  const rest = sliceOf(learned, examples, LEARNED);
  return {
    learned: sliceOf(learned, 0, examples),
    unseen: {
      inputs: {
        shape: [rest.labels.length + unseen.labels.length, ...unseen.inputs.shape.slice(1)],
        data: Float32Array.of(...rest.inputs.data, ...unseen.inputs.data),
      },
      labels: Uint8Array.of(...rest.labels, ...unseen.labels),
      classes: unseen.classes,
    },
  };
}
