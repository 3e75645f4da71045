// Reading files, the camera and pasted text: loaded when a reader turns to them, or when the page rests.

export const loadReader = () => import('./read-picture.ts');
export const loadCamera = () => import('./camera.ts');
export const loadDataReader = () => import('#lab/data/read-files.ts');
export const loadPaste = () => import('./paste.ts');
