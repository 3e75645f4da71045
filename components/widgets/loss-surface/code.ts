import type { CodeOf } from '#kit/define-widget.ts';
import type { Params } from './params.ts';

export const code: CodeOf<Params> = { pytorch: () => '', numpy: () => '', tfjs: () => '' };
