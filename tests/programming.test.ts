import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { locales } from '#i18n/locales.ts';
import { methods } from '#src/embed-element/requests.ts';

const TYPES = 'public/seikika.d.ts';
const folder = mkdtempSync(join(tmpdir(), 'seikika-host-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler has to say to a program of a page that has our types among its sources. */
function complaintsOn(program: string): string[] {
  const host = join(folder, 'host.ts');
  writeFileSync(host, program);
  const { options } = ts.convertCompilerOptionsFromJson(
    { strict: true, noEmit: true, target: 'es2022', module: 'esnext', types: [] },
    folder,
  );
  const compiled = ts.createProgram([host, resolve(TYPES)], options);
  return ts
    .getPreEmitDiagnostics(compiled)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const found = `const figure = document.querySelector('seikika-widget')!;\n`;

it('a program of a page compiles with the types', () => {
  const program = `${found}
    const made: SeikikaWidgetElement = document.createElement('seikika-widget');
    document.body.append(made);
    const { query, notes } = await figure.setState({
      stride: 2, activation: 'relu', padOutput: true,
      kernel: [[-1, 0, 1]], image: { shape: [1, 2], data: [1, 2] },
    });
    const { arrays, computedBy, failure } = await figure.getResult();
    const { shape, data } = arrays.linear;
    const most: number = Math.max(...data) + shape.length + (computedBy?.milliseconds ?? 0);
    const why = failure?.kind === 'refused' ? failure.error.sentence.ja : failure?.message;
    await figure.run({ short: true });
    await figure.play();
    await figure.pause();
    const { params } = await figure.step({ step: 3 });
    const blob: Blob = await figure.snapshot({ format: 'png', scale: 4 });
    await figure.present({ shown: true, scale: 2 });
    const { widget, version } = await figure.reset();
    figure.addEventListener('change', ({ detail }) => console.log(detail.query.length));
    figure.addEventListener('resize', ({ detail }) => console.log(detail.height.toFixed()));
    figure.addEventListener('ready', ({ detail }) => console.log(detail.widget));
    figure.addEventListener('key', (event) => event.detail.shift && event.preventDefault());
    figure.addEventListener('click', (event) => console.log(event.clientX));
    const frame = document.querySelector('iframe')!.contentWindow!;
    const request: Seikika.Request = { seikika: 1, id: 7, method: 'getState' };
    frame.postMessage(request, '*');
    console.log(query, notes[0].problem === 'bad', most, why, params.stride, blob.size, widget, version);
    export {};`;
  expect(complaintsOn(program)).toEqual([]);
});

const wrong: Readonly<Record<string, string>> = {
  'a method that there is not': 'figure.stop();',
  'a param that is a function': 'figure.setState({ stride: () => 2 });',
  'a format that there is not': "figure.snapshot({ format: 'gif' });",
  'a step that is a word': "figure.step({ step: 'next' });",
  'a result without a promise': 'figure.getResult().arrays;',
  'the wrong detail of an event': "figure.addEventListener('change', (e) => e.detail.height);",
  'a problem that there is not': "(await figure.setState({})).notes[0].problem === 'wrong';",
  'a method that no frame answers':
    "const r: Seikika.Request = { seikika: 1, id: 1, method: 'stop' };",
};

it.each(Object.entries(wrong))('%s does not compile', (_, line) => {
  expect(complaintsOn(`${found}${line}\nexport {};`)).toHaveLength(1);
});

/** Names in an object, an interface or a union of a source. */
function namesIn(path: string, of: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === of && node.initializer)
      ts.forEachChild(node.initializer, take);
    else if (ts.isInterfaceDeclaration(node) && node.name.text === of) node.members.forEach(take);
    else if (ts.isTypeAliasDeclaration(node) && node.name.text === of)
      ts.forEachChild(node.type, (type) => void names.push(type.getText().slice(1, -1)));
    else ts.forEachChild(node, visit);
  };
  const take = (member: ts.Node): void => {
    const name = (member as ts.NamedDeclaration).name?.getText();
    if (name && !names.includes(name)) names.push(name);
  };
  visit(source);
  return names;
}

describe('every method of the protocol', () => {
  const spoken = namesIn('src/widget-kit/embed-protocol.ts', 'methods');

  it('is known', () => {
    expect(spoken).toEqual(expect.arrayContaining(['getState', 'setState', 'snapshot']));
  });

  it('is one of the element’s', () => {
    expect([...methods].sort()).toEqual([...spoken].sort());
  });

  it('is in the types', () => {
    const ours = namesIn(TYPES, 'SeikikaWidgetElement').filter(
      (name) => name !== 'addEventListener',
    );
    expect(ours.sort()).toEqual([...spoken].sort());
    expect(namesIn(TYPES, 'Method').sort()).toEqual([...spoken].sort());
  });

  it.each(locales)('is on the page for programmers in %s, and no other', (locale) => {
    const text = readFileSync(`content/programming/${locale}.mdx`, 'utf8');
    const told = Array.from(text.matchAll(/^- `(\w+)\(/gm), ([, name]) => name);
    expect(told.sort()).toEqual([...spoken].sort());
  });
});

it('the page says the same things in the same order in both languages', () => {
  const [first, ...others] = globSync('content/programming/*.mdx').map((path) => {
    const text = readFileSync(path, 'utf8');
    return {
      headings: Array.from(text.matchAll(/^## .*(\[#[\w-]+\])$/gm), ([, id]) => id),
      names: Array.from(text.matchAll(/^- `([^`]+)`/gm), ([, name]) => name),
    };
  });
  expect(others).toEqual([first]);
  expect(first.headings.length).toBeGreaterThan(4);
});
