import type { CodeOf } from '#kit/define-widget.ts';
import { numpy, pytorch } from './code-python.ts';
import { tfjs } from './code-tfjs.ts';
import type { Params } from './params.ts';

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
