import { markdownTable } from './markdown-table.ts';
import { SEEDS, type Run } from './run.ts';
import { studies, type Study } from './studies.ts';

/** The default experiments of part 4, which its chapters speak of. */
export async function experiments(run: Run): Promise<string> {
  const sections = [];
  for (const study of studies) {
    const runs = [];
    for (const seed of SEEDS) {
      runs.push(study.numbers(await run(study.widget, { ...study.params, seed })));
    }
    console.info(study.title);
    sections.push(sectionOf(study, runs));
  }
  return [heading, ...sections].join('\n');
}

const heading = `# Ten seeds

The experiments of part 4 with the seeds 1 to 10, computed on TensorFlow.js’s CPU backend by \`npm run ten-seeds -- experiments\`. A loss is the mean of the last tenth of a run; guessing has ${Math.log(10).toFixed(2)}.
`;

function sectionOf(
  { title, columns, claims }: Study,
  runs: readonly (readonly number[])[],
): string {
  const text = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : 'lost');
  const table = markdownTable(
    ['seed', ...columns],
    runs.map((numbers, index) => [SEEDS[index], ...numbers.map(text)]),
  );
  const held = Object.entries(claims).map(([claim, holds]) => {
    const against = SEEDS.filter((_, index) => !holds(runs[index]));
    const count = SEEDS.length - against.length;
    const but = against.length > 0 ? `, not with ${against.join(', ')}` : '';
    return `- ${claim}: with ${count} of ${SEEDS.length} seeds${but}`;
  });
  return [`## ${title}`, '', table, '', ...held, ''].join('\n');
}
