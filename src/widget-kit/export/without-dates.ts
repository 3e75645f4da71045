/** Boxes of an MP4 that say when it was made, and those in which they lie. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);
const around = new Set(['moov', 'trak', 'mdia']);

/** Leaves out of an MP4 when it was made: the same film is the same bytes. Changes the buffer itself. */
export function withoutDates(mp4: ArrayBuffer): ArrayBuffer {
  const view = new DataView(mp4);
  const nameAt = (start: number): string =>
    String.fromCharCode(...new Uint8Array(mp4, start + 4, 4));

  function walk(from: number, to: number): void {
    for (let start = from; start + 8 <= to;) {
      const name = nameAt(start);
      const short = view.getUint32(start);
      // 1: the size stands after the name, in 64 bits; 0: the box reaches to the end.
      const size = short === 1 ? Number(view.getBigUint64(start + 8)) : short || to - start;
      if (size < 8) return;
      if (around.has(name)) walk(start + 8, start + size);
      if (dated.has(name)) {
        const bytes = view.getUint8(start + 8) === 1 ? 16 : 8;
        new Uint8Array(mp4, start + 12, bytes).fill(0);
      }
      start += size;
    }
  }

  walk(0, mp4.byteLength);
  return mp4;
}
