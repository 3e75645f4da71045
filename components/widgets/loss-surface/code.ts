import type { CodeOf } from '#kit/define-widget.ts';
import { python } from './code-python.ts';
import { tfjs } from './code-tfjs.ts';
import type { Params } from './params.ts';

export const code: CodeOf<Params> = {
  pytorch: (params) => python('pytorch', params),
  numpy: (params) => python('numpy', params),
  tfjs,
};
