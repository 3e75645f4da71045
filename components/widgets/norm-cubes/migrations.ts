import type { Migrations } from '#kit/link.ts';

/** Before version 2, LN and RMSNorm repeated the γ and β of a channel for each of its elements. */
export const migrations: Migrations = {
  1(state) {
    if (state.norm !== 'layer' && state.norm !== 'rms') return state;
    const [shape = '3x4x5x5'] = state.x?.split(':') ?? [];
    const [, , height, width] = shape.split('x').map(Number);
    const repeated = (text: string): string => {
      const [channels, values = ''] = text.split(':');
      const each = values.split(',').flatMap((value) => Array<string>(height * width).fill(value));
      return `${channels}x${height}x${width}:${each.join(',')}`;
    };
    return {
      ...state,
      ...(state.gamma && { elementGamma: repeated(state.gamma) }),
      ...(state.beta && { elementBeta: repeated(state.beta) }),
    };
  },
};
