// npm run new:chapter FOLDER: starts a chapter of the map in both languages.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Words = { readonly en: string; readonly ja: string };
type Planned = { readonly folder: string; readonly title: Words; readonly question: Words };

const parts = parse(readFileSync('content/curriculum.yaml', 'utf8')) as { chapters: Planned[] }[];
const planned = parts.flatMap((part, index) =>
  part.chapters.map((chapter) => ({ ...chapter, part: index + 1 })),
);
const chapter = planned.find(({ folder }) => folder === process.argv[2]);

if (!chapter) {
  console.error(
    'Usage: npm run new:chapter FOLDER, where FOLDER is one of content/curriculum.yaml:',
  );
  console.error(planned.map(({ folder }) => `  ${folder}`).join('\n'));
  process.exit(1);
}
const target = join('content/chapters', chapter.folder);
if (existsSync(target)) {
  console.error(`${target} exists already`);
  process.exit(1);
}

const headings = {
  en: { idea: 'The idea', summary: 'Summary', questions: 'Questions to discuss' },
  ja: { idea: '考え方', summary: 'まとめ', questions: '話し合うために' },
};
const words = {
  en: {
    figure: 'What the figure shows.',
    question: 'What will happen?',
    yes: 'this',
    no: 'that',
    because: 'Because.',
  },
  ja: {
    figure: '図の説明。',
    question: 'どうなるでしょうか。',
    yes: 'こうなる',
    no: 'ああなる',
    because: '理由。',
  },
};

mkdirSync(target);
for (const locale of ['en', 'ja'] as const) {
  const { idea, summary, questions } = headings[locale];
  const { figure, question, yes, no, because } = words[locale];
  const text = `---
title: ${JSON.stringify(chapter.title[locale])}
summary: ${JSON.stringify(chapter.question[locale])}
---

<Figure widget="conv-filter" id="first">
${figure}
</Figure>

## ${idea} [#idea]

<Predict id="predict-first" question="${question}" options={{ yes: '${yes}', no: '${no}' }} answer="yes">
${because}
</Predict>

## ${summary} [#summary]

## ${questions} [#questions]
`;
  writeFileSync(join(target, `${locale}.mdx`), text);
}
writeFileSync(
  join(target, 'chapter.yaml'),
  `part: ${chapter.part}\nwidgets: [conv-filter]\nprerequisites: []\nsources: []\n`,
);
console.info(
  `${target} is there; npm test says what it still lacks, CONTRIBUTING.md what a chapter has.`,
);
