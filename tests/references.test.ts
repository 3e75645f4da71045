import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Compute } from '#engine/messages.ts';
import { largestDifference } from '#kit/cpu-check.ts';
import { shortened } from '#kit/define-widget.ts';
import { completed } from '#kit/link.ts';
import type { ParamsOf, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { fromStored, type StoredArrays } from '../scripts/references.ts';

const computes = import.meta.glob<{ default: Compute<ParamsOf<Schema>> }>(
  '../components/widgets/*/compute.ts',
  { eager: true },
);

describe.each([...widgets.values()])('$id equals PyTorch', (widget) => {
  const { id, params: schema, examples } = widget;
  const file = `components/widgets/${id}/reference.json`;
  const references = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Readonly<
    Record<string, StoredArrays>
  >;
  const { default: compute } = computes[`../components/widgets/${id}/compute.ts`];

  it('in every example and in none that is gone', () => {
    expect(
      Object.keys(references).sort(),
      `To write ${file}: node scripts/references.ts ${id}`,
    ).toEqual(Object.keys(examples).sort());
  });

  it.each(Object.keys(references))('in “%s”', async (example) => {
    const reference = fromStored(references[example]);
    const answer = await computeInProcess(
      compute,
      shortened(widget, completed(schema, examples[example])),
    );
    if (answer.kind !== 'result') throw new Error(`${id} refuses its own example`);
    const { result } = answer;
    expect(Object.keys(reference)).not.toEqual([]);
    for (const [name, { shape }] of Object.entries(reference)) {
      expect(result[name]?.shape, name).toEqual(shape);
    }
    expect(largestDifference(reference, result)).toBeLessThanOrEqual(widget.run ? 1e-4 : 1e-5);
  });
});
