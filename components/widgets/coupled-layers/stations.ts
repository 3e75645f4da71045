/**
 * Where the chain's nodes stand, and its weights between them, in percent of the width. Nodes are counted
 * from the input, 0, to the output; a normalization is one more node before the last weight.
 */
export type Stations = {
  /** How many places there are for nodes. */
  readonly count: number;
  readonly node: (index: number) => number;
  readonly normNode: number;
  /** Middle of the way from a node to the next: where the weight of a layer stands, counted from 0. */
  readonly edge: (layer: number) => number;
  readonly normEdge: number;
};

export function stationsOf(layers: number, isNormalized: boolean): Stations {
  const count = layers + (isNormalized ? 2 : 1);
  const at = (place: number): number => (100 * (place + 0.5)) / count;
  return {
    count,
    node: (index) => at(index < layers ? index : count - 1),
    normNode: at(layers),
    edge: (layer) => at((layer < layers - 1 ? layer : count - 2) + 0.5),
    normEdge: at(layers - 0.5),
  };
}

/** A percentage as SVG takes it. */
export const percent = (value: number): `${number}%` => `${Number(value.toFixed(3))}%`;
