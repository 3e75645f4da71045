import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import type * as InProcess from '#engine/in-process.ts';
import type { Arrays, Compute } from '#engine/messages.ts';
import type * as DefineWidget from '#kit/define-widget.ts';
import type * as Link from '#kit/link.ts';
import type * as Registry from '#kit/registry.ts';
import { ndArray } from '#nd/nd-array.ts';
import { loadSource, root } from './load-source.ts';

/**
 * Writes components/widgets/WIDGET/reference.json: what the PyTorch code that a widget exports gives
 * for each of its examples. Run with: npm run references -- [WIDGET …]
 */
async function writeReferences(wanted: readonly string[]): Promise<void> {
  const python = pythonWith('torch');
  if (!python) throw new Error('References are made by PyTorch, and no python3 here has it');
  const { load, close } = await loadSource();
  try {
    const { widgets } = await load<typeof Registry>('#kit/registry.ts');
    const { completed } = await load<typeof Link>('#kit/link.ts');
    const { shortened } = await load<typeof DefineWidget>('#kit/define-widget.ts');
    const { computeInProcess } = await load<typeof InProcess>('#engine/in-process.ts');
    for (const widget of [...widgets.values()].filter(isWanted)) {
      const folder = `components/widgets/${widget.id}`;
      const { default: compute } = await load<ComputeModule>(`/${folder}/compute.ts`);
      const { pytorch } = await widget.code();
      const snippets = [];
      for (const [example, given] of Object.entries(widget.examples)) {
        const params = shortened(widget, completed(widget.params, given));
        const answer = await computeInProcess<never>(compute, params as never);
        if (answer.kind !== 'result') throw new Error(`${widget.id} cannot compute ${example}`);
        snippets.push({ code: pytorch(params), names: Object.keys(answer.result) });
      }
      const references = await runPython(python, snippets);
      const names = Object.keys(widget.examples);
      const entries = names.map((name, index) => [name, references[index]] as const);
      writeFileSync(`${root}${folder}/reference.json`, referenceText(entries));
      console.info(`${widget.id}: ${names.length} examples`);
    }
  } finally {
    await close();
  }

  function isWanted({ id }: { readonly id: string }): boolean {
    return wanted.length === 0 || wanted.includes(id);
  }
}

type ComputeModule = { readonly default: Compute };

/** One line an array, nine digits a number: all that float32 holds. */
function referenceText(examples: readonly (readonly [string, Arrays])[]): string {
  const blocks = examples.map(([example, arrays]) => {
    const lines = Object.entries(arrays).map(([name, { shape, data }]) => {
      const numbers = Array.from(data, (value) => Number(value.toPrecision(9)));
      return `    ${JSON.stringify(name)}: ${JSON.stringify({ shape, data: numbers })}`;
    });
    return `  ${JSON.stringify(example)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${blocks.join(',\n')}\n}\n`;
}

/** Code to run in a namespace of its own, and the variables of it that are wanted if it has them. */
export type Snippet = { readonly code: string; readonly names: readonly string[] };

/** Arrays as they come out of JSON; null stands for a number that is not finite. */
export type StoredArrays = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: readonly (number | null)[] }>
>;

export function fromStored(stored: StoredArrays): Arrays {
  const entries = Object.entries(stored).map(([name, { shape, data }]) => [
    name,
    ndArray(
      shape,
      data.map((value) => value ?? NaN),
    ),
  ]);
  return Object.fromEntries(entries) as Arrays;
}

const found = new Map<string, string | undefined>();

/** The first Python here that has a module; undefined if none has. */
export function pythonWith(module: string): string | undefined {
  const has = (python: string): boolean =>
    spawnSync(python, ['-c', `import ${module}`]).status === 0;
  if (!found.has(module)) found.set(module, ['python3', '/usr/bin/python3'].find(has));
  return found.get(module);
}

const runner = `
import contextlib, io, json, math, os, sys

# Tensors are small, and others compute beside this.
os.environ['OMP_NUM_THREADS'] = '1'

def plain(value):
    shape = list(getattr(value, 'shape', ()))
    numbers = value.flatten().tolist() if hasattr(value, 'flatten') else [value]
    return {'shape': shape, 'data': [n if math.isfinite(n) else None for n in numbers]}

answers = []
for snippet in json.load(sys.stdin):
    scope = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(snippet['code'], scope)
    answers.append({name: plain(scope[name]) for name in snippet['names'] if name in scope})
json.dump(answers, sys.stdout)
`;

/**
 * Runs snippets in one Python process.
 * @throws Error with Python's own words if a snippet fails
 */
export async function runPython(
  python: string,
  snippets: readonly Snippet[],
): Promise<readonly Arrays[]> {
  const stdout = await outputOf(python, ['-c', runner], { input: JSON.stringify(snippets) });
  return (JSON.parse(stdout) as StoredArrays[]).map(fromStored);
}

/**
 * What a command writes.
 * @throws Error with the command's own words if it fails
 */
export async function outputOf(
  command: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string },
): Promise<string> {
  const child = spawn(command, args, { cwd });
  const ended = once(child, 'close');
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await ended) as [number];
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

if (import.meta.main) await writeReferences(process.argv.slice(2));
