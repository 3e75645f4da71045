/** Why there is no film: nothing moves here, it was changed meanwhile, no 3-D picture, no encoder. */
export const filmReasons = ['nothing', 'changed', 'flat', 'codec', 'words'] as const;

export type FilmReason = (typeof filmReasons)[number];

/** A film that cannot be made, for a reason that has words in both languages (`film.REASON`). */
export class FilmError extends Error {
  readonly reason: FilmReason;

  constructor(reason: FilmReason) {
    super(`no film: ${reason}`);
    this.reason = reason;
  }
}
