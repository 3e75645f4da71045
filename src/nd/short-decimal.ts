/** The shortest decimal that float32 reads back as the same number. */
export function shortDecimal(value: number): string {
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return String(short).replace('e+', 'e');
  }
  return String(Number(single.toPrecision(9))).replace('e+', 'e');
}
