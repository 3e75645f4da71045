// Load what draws 3-D figures. It is the heaviest code of a page, and no figure needs it at first.

export const loadSolidView = async () => (await import('./solid-view.tsx')).SolidView;

export const loadSolidSurface = async () => (await import('./solid-surface.tsx')).SolidSurface;
