/** Why there is no film: nothing moves here, it was changed meanwhile, no 3-D picture, no encoder, too large. */
export const filmReasons = ['nothing', 'changed', 'flat', 'codec', 'words', 'large'] as const;

export type FilmReason = (typeof filmReasons)[number];

/** A film that cannot be made, for a reason that has words in both languages, with these values in them. */
export class FilmError extends Error {
  readonly reason: FilmReason;
  readonly values: Readonly<Record<string, number>>;

  constructor(reason: FilmReason, values: Readonly<Record<string, number>> = {}) {
    super(`no film: ${reason}`);
    this.reason = reason;
    this.values = values;
  }
}
