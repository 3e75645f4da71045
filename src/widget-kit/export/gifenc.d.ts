/** What we use of gifenc, which comes without types. */
declare module 'gifenc' {
  type Colour = readonly [red: number, green: number, blue: number];

  type FrameOptions = {
    readonly palette: readonly Colour[];
    /** Milliseconds. */
    readonly delay: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    readonly dispose?: number;
  };

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };

  export function quantize(rgba: Uint8Array, most: number): Colour[];

  export function nearestColorIndex(palette: readonly Colour[], colour: Colour): number;
}
