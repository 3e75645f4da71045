import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { alikeOf, blocksOf, meanSquare, shareOf, statesOf } from './terms.ts';

/** A branch that adds less than this adds nothing to speak of. */
const LEAST = 1e-3;

const branches = (result: Result): readonly number[] =>
  blocksOf(result).map((block) => shareOf(block, 'branch'));

/** No block has a norm; the first branch makes a third of its output or more, the tenth less than a tenth. */
export function tenth({ kind }: Params, result: Result): boolean {
  const shares = branches(result);
  const isNormed = kind === 'batch' || kind === 'batch-last';
  return !isNormed && shares[0] >= 1 / 3 && shares[9] < 0.1;
}

/** SkipInit of ten blocks or more: E[x²] ends at e, or within a tenth of it. */
export function euler(params: Params, result: Result): boolean {
  const last = meanSquare(statesOf(result)[params.blocks]);
  const isNear = Math.abs(last / Math.E - 1) < 0.1;
  return params.kind === 'skip-init' && params.blocks >= 10 && isNear;
}

/** Fifty blocks of SkipInit whose branches all add something; inputs end alike by less than a tenth. */
export function distinct(params: Params, result: Result): boolean {
  const { kind, blocks } = params;
  const adds = Math.min(...branches(result)) >= LEAST;
  return kind === 'skip-init' && blocks === 50 && adds && alikeOf(result)[blocks] < 0.1;
}
