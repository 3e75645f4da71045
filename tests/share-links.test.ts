import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completed, decodeLink, readState } from '#kit/link.ts';
import type { Param } from '#kit/params.ts';
import { listedWidgets, widgets } from '#kit/registry.ts';

const FILE = 'tests/share-links.txt';

const lines = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

it.each(listedWidgets.map(({ id }) => id))('has links to %s', (id) => {
  expect(lines.filter((line) => line.startsWith(`${id}?`))).not.toEqual([]);
});

it.each(lines.map((line) => [line.slice(0, 72), line]))('%s', (_, line) => {
  const parts = /^([\w-]+)\?(\S*) => (\S*)$/.exec(line);
  if (!parts) throw new Error('The line must read WIDGET?QUERY => PARAMS');
  const [, id, query, wanted] = parts;
  const widget = widgets.get(id);
  if (!widget) throw new Error(`There is no widget “${id}” any more`);
  const { params: schema, version, migrations } = widget;

  const opened = decodeLink(schema, version, migrations, query);
  const expected = readState(schema, Object.fromEntries(new URLSearchParams(wanted)));
  expect(opened.notes).toEqual([]);
  expect(expected.notes, 'the params behind the arrow').toEqual([]);
  expect(texts(opened.params)).toEqual(texts(expected.params));

  /** All params as a link would write them. */
  function texts(given: typeof opened.params): Record<string, string> {
    const all = completed(schema, given);
    const written = Object.entries(schema).map(([name, param]) => {
      const { format } = param as Param<unknown>;
      return [name, format(all[name])];
    });
    return Object.fromEntries(written) as Record<string, string>;
  }
});
