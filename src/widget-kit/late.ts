// Parts that few readers open. They come after everything else, but they do come
// (src/scripts/warm.ts): a reader who has gone offline finds them there.

export const loadPanels = () => import('./frame/panels.ts');
export const loadPicture = () => import('./export/picture.ts');

// Not with the page: its words, its fields and the encoders behind it are for the few who open it.
export const loadExportForm = async () => (await import('./frame/export-form.tsx')).ExportForm;
