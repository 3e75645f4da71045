/** In the order in which the engine prefers them. */
export const backendNames = ['webgl', 'wasm', 'cpu'] as const;

export type BackendName = (typeof backendNames)[number];

/** What a reader is told about the backend that computed a figure. */
export type BackendFacts = {
  readonly name: BackendName;
  readonly floatBits: 16 | 32;
  /** WebGL without a graphics processor: right, but slow. */
  readonly drawnBySoftware: boolean;
};
