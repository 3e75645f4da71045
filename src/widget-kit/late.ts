// Parts of the frame that few readers open. They come after everything else, but they do come
// (src/scripts/warm.ts): a reader who has gone offline finds them there.

export const loadQr = () => import('uqr');
export const loadPicture = () => import('./export/picture.ts');
