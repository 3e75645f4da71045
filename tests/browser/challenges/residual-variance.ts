import { strings } from '../../../components/widgets/residual-variance/strings.ts';
import { inField, pressed, type Solutions } from './deeds.ts';

const { en } = strings;

const s = (value: string) => inField(en['param.skip'], value);

export const solutions: Solutions = {
  tenth: {
    // Neither of the two lets a branch shrink with depth; and a small α lets it be small from the start.
    tempting: [pressed(en['kind.halved']), pressed(en['kind.skip-init']), pressed(en['kind.free'])],
    right: [inField(en['param.alpha'], '1')],
  },
  euler: {
    // 1/d, and not its root.
    tempting: [pressed(en['kind.skip-init']), s('0.05')],
    right: [s('0.22')],
  },
  distinct: {
    // 1/√d keeps E[x²] in bounds, and lets the mean grow.
    tempting: [pressed(en['kind.skip-init']), inField(en['param.blocks'], '50'), s('0.14')],
    right: [s('0.05')],
  },
};
