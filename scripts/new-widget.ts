// npm run new:widget NAME: copies the template widget, which passes every check, under a new name.
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const TEMPLATE = '_template';
const folder = 'components/widgets';
const name = process.argv[2];

if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Usage: npm run new:widget NAME, where NAME is lower-case words joined by hyphens');
  process.exit(1);
}
const target = join(folder, name);
if (existsSync(target)) {
  console.error(`${target} exists already`);
  process.exit(1);
}

cpSync(join(folder, TEMPLATE), target, { recursive: true });
for (const file of readdirSync(target)) {
  const path = join(target, file);
  const text = readFileSync(path, 'utf8');
  const renamed = text.replaceAll(TEMPLATE, name).replace(/(\.|class=")template\b/g, `$1${name}`);
  writeFileSync(
    path,
    file === 'strings.ts' ? renamed.replace(/title: '.*'/g, `title: '${name}'`) : renamed,
  );
  if (file.includes(TEMPLATE)) renameSync(path, join(target, file.replace(TEMPLATE, name)));
}
appendFileSync('tests/share-links.txt', `\n${name}?v=1 => \n`);
console.info(
  `${target} is there and passes every check. Next: params.ts, then compute.ts; see CONTRIBUTING.md.`,
);
