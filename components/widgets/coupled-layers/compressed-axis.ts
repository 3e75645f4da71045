export type CompressedAxis = {
  readonly from: number;
  readonly to: number;
  /** Where a value stands between these ends. */
  readonly place: (value: number) => number;
  /** Round values for an axis that is compressed; a plain axis has its own. */
  readonly ticks: readonly number[] | undefined;
};

/** Values this many times as large as what they lead from and to leave nothing to be seen of that. */
const TOO_LARGE = 60;

const MOST_TICKS = 3;

/**
 * A plain axis, or where values tower above what they lead from and to, one that is linear around zero
 * and logarithmic further out.
 */
export function compressedAxis(values: readonly number[], ends: readonly number[]): CompressedAxis {
  const largest = Math.max(...values.map(Math.abs));
  const size = Math.max(...ends.map(Math.abs)) || 1;
  const compressed = largest > TOO_LARGE * size;
  const place = compressed
    ? (value: number): number => Math.sign(value) * Math.log10(1 + Math.abs(value) / size)
    : (value: number): number => value;
  const places = values.map(place);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const room = (most - least || 1) * 0.08;
  return {
    from: least - room,
    to: most + room,
    place,
    ticks: compressed ? powersUpTo(values, size) : undefined,
  };
}

/** Zero, and a few powers of ten on either side that has any values. */
function powersUpTo(values: readonly number[], size: number): number[] {
  const largest = Math.max(...values.map(Math.abs));
  const first = Math.ceil(Math.log10(size));
  const last = Math.floor(Math.log10(largest));
  const every = Math.max(Math.ceil((last - first) / MOST_TICKS), 1);
  const powers = Array.from(
    { length: Math.floor((last - first) / every) },
    (_, index) => 10 ** (first + (index + 1) * every),
  );
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return [
    ...powers.filter((power) => -power >= least).map((power) => -power),
    0,
    ...powers.filter((power) => power <= most),
  ];
}
