import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** A bias for each filter; 0 for those that have none. */
export function biasesFor(filters: number, { data }: NdArray): NdArray {
  return ndArray(
    [filters],
    Array.from({ length: filters }, (_, filter) => data.at(filter) ?? 0),
  );
}
