import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { tabulate } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { large, onlyBatch, shallow } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { batchSizesOf, ratesOf, stepsPerEpoch } from './sweep.ts';
import { rateText } from './words.ts';

describe('a sweep', () => {
  it('goes from one batch size, and from one rate, to the next by the same factor', () => {
    const params = completed(schema);
    expect(batchSizesOf(params)).toEqual([4, 16, 64]);
    expect(ratesOf(params)).toEqual([1 / 64, 1 / 16, 1 / 4, 1, 4]);
    expect(ratesOf({ ...params, factor: '2' })).toEqual([1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4]);
    expect(ratesOf(params).map(rateText)).toEqual(['1/64', '1/16', '1/4', '1', '4']);
  });

  it('has no batch that is larger than all that is learned from, and one at least', () => {
    const params = completed(schema, { batches: 8, examples: 100 });
    expect(batchSizesOf(params)).toEqual([4, 16, 64]);
    expect(batchSizesOf({ ...params, smallest: 64, factor: '2' })).toEqual([64]);
    expect(stepsPerEpoch(100, 64)).toBe(1);
  });
});

/** A result from the loss of each run; Infinity where it is lost, NaN where it has not come. */
function resultFrom(
  params: Params,
  lossOf: (which: number, row: number, column: number, repeat: number) => number,
): Result {
  const shape = [params.repeats, 2, batchSizesOf(params).length, params.rates];
  const losses = tabulate(shape, (repeat, which, row, column) => {
    const loss = lossOf(which, row, column, repeat);
    return loss === Infinity ? NaN : loss;
  });
  return {
    losses,
    accuracies: { shape, data: losses.data.map((loss) => 1 - loss / 10) },
    lost: tabulate(shape, (repeat, which, row, column) =>
      lossOf(which, row, column, repeat) === Infinity ? 3 : 0,
    ),
    courses: tabulate([...shape, params.epochs], () => 1),
  };
}

async function modelOf(given: Partial<Params>, result: (params: Params) => Result) {
  const open = await openState(schema, (params: Params) => Promise.resolve(result(params)), given, [
    'measure',
    'network',
    'row',
    'column',
    'along',
  ]);
  if (!open) throw new Error('refused');
  return createModel(open.state);
}

describe('the best rate of each batch size', () => {
  it('is that of the lowest loss, lost runs left out', async () => {
    const model = await modelOf({}, (params) =>
      resultFrom(params, (which, row, column) => (column === row + 1 + which ? 0.5 : Infinity)),
    );
    const [none, batch] = model.sides.value;
    expect(none.best.loss).toEqual([1, 2, 3]);
    expect(batch.best.accuracy).toEqual([2, 3, 4]);
    expect(none.cells[0][0]).toMatchObject({ come: 1, lost: 1, lostAt: 3, loss: NaN });
  });

  it('is none where nothing has come', async () => {
    const model = await modelOf({}, (params) =>
      resultFrom(params, (which, row) => (row === 2 ? 1 + which : NaN)),
    );
    expect(model.sides.value[1].best.loss).toEqual([undefined, undefined, 0]);
    expect(model.sides.value[1].cells[0][0].come).toBe(0);
  });
});

describe('of several seeds', () => {
  it('the median is shown, with lost ones as worse than all others', async () => {
    const losses = [0.3, Infinity, 0.1];
    const model = await modelOf({ repeats: 3 }, (params) =>
      resultFrom(params, (_, row, _column, repeat) => (row === 0 ? losses[repeat] : Infinity)),
    );
    const [{ cells }] = model.sides.value;
    expect(cells[0][0].loss).toBeCloseTo(0.3, 6);
    expect(cells[0][0]).toMatchObject({ come: 3, lost: 1 });
    expect(cells[1][0].loss).toBeNaN();
  });

  it('a median of two is lost where one of them is', async () => {
    const model = await modelOf({ repeats: 2 }, (params) =>
      resultFrom(params, (_which, _row, _column, repeat) => (repeat === 0 ? 1 : Infinity)),
    );
    expect(model.sides.value[0].cells[0][0].loss).toBeNaN();
  });
});

it('a run is pointed out, and stays within a smaller sweep', async () => {
  const model = await modelOf({ batches: 2, rates: 3 }, (params) => resultFrom(params, () => 1));
  expect(model.place.value).toEqual({ row: 1, column: 2 });
  model.pointOut('none', { row: 0, column: 1 });
  expect([model.kind.value, model.size.value, model.rate.value]).toEqual(['none', 4, 1 / 16]);
});

describe('challenges', () => {
  const params = completed(schema);

  it('want one rate for all batch sizes, of three or more', () => {
    const oneRate = (given: Params) =>
      resultFrom(given, (which, _, column) => (which === 1 && column === 3 ? 0.2 : 2));
    expect(onlyBatch(params, oneRate(params))).toBe(true);
    const two = { ...params, batches: 2 };
    expect(onlyBatch(two, oneRate(two))).toBe(false);
    const other = resultFrom(params, (which, row, column) =>
      which === 1 && column === row ? 0.2 : 2,
    );
    expect(onlyBatch(params, other)).toBe(false);
    expect(
      onlyBatch(
        params,
        resultFrom(params, () => 0.2),
      ),
    ).toBe(false);
  });

  it('want a large batch, and few epochs', () => {
    const wide = { ...params, smallest: 32, batches: 2, examples: 512 };
    const low = resultFrom(wide, (which, _, column) => (which === 1 && column === 4 ? 0.05 : 2));
    expect(large(wide, low)).toBe(true);
    expect(large({ ...wide, epochs: 11 }, low)).toBe(false);
    expect(large({ ...wide, examples: 127 }, low)).toBe(false);
    expect(shallow(wide, low)).toBe(false);
    const both = resultFrom(wide, (_which, _row, column) => (column === 1 ? 0.4 : Infinity));
    expect(shallow(wide, both)).toBe(true);
    expect(large(wide, both)).toBe(false);
  });

  it('are not met before a sweep is over', () => {
    const wide = { ...params, smallest: 32, batches: 2, examples: 512 };
    const partly = resultFrom(wide, (_which, row, column) =>
      row === 0 && column === 0 ? NaN : 0.01,
    );
    expect([large(wide, partly), shallow(wide, partly)]).toEqual([false, false]);
  });
});

it('with BN a batch four times as large takes a larger rate, and ends lower than without', async () => {
  const open = await openState(schema, compute, { smallest: 16, batches: 2 });
  if (!open) throw new Error('refused');
  const [none, batch] = createModel(open.state).sides.value;
  const [first, second] = batch.best.loss as readonly number[];
  expect(second).toBeGreaterThan(first);
  const lossAt = ({ cells, best }: typeof none, row: number): number =>
    cells[row][best.loss[row] ?? 0].loss;
  for (const row of [0, 1]) expect(lossAt(batch, row)).toBeLessThan(lossAt(none, row) / 4);
});
