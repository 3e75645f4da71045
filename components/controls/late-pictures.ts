// Reading files and the camera: loaded when a reader turns to them, or when the page rests.

export const loadReader = () => import('./read-picture.ts');
export const loadCamera = () => import('./camera.ts');
