// What the menus of the bar open: loaded together, after everything else (late.ts).
export { CodePanel as code } from './code-panel.tsx';
export { EmbedPanel as embed } from './embed-panel.tsx';
export { ExportPanel as export } from './export-panel.tsx';
export { SharePanel as share } from './share-panel.tsx';
