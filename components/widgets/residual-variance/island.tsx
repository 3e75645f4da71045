import { createIsland } from '#kit/island.tsx';
import widget from './widget.ts';

export default createIsland(widget);
