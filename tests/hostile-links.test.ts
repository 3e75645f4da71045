import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { completed, decodeLink, encodeLink, reservedKeys } from '#kit/link.ts';
import type { AnyParam, Param, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { sizeOf } from '#nd/nd-array.ts';
import { arbitraryParams, isAllowed } from './support/arbitrary-params.ts';

const TOTAL = 20_000;
const runs = Math.ceil(TOTAL / widgets.size);
/** All that a link may hold: safe in a query, in an attribute once & is escaped, and in a line of text. */
const safe = /^[\w.~:,=&-]*$/;
const prototype = Object.getOwnPropertyNames(Object.prototype).join();
let opened = 0;
let heeded = 0;

describe.each([...widgets.values()])('a hostile link to $id', (widget) => {
  const { params: schema, version, migrations } = widget;

  it(`opens, changes only what it names and leads to a clean link, ${runs} times`, () => {
    let taken = 0;
    const check = (query: string): void => {
      const { params, notes } = decodeLink(schema, version, migrations, query);
      opened += 1;
      if (Object.keys(params).length > 0) taken += 1;
      const named = new Set(new URLSearchParams(query).keys());
      for (const [name, value] of Object.entries(params)) {
        if (!isAllowed(schema[name], value)) throw new Error(`${name} is out of bounds`);
        const param = schema[name] as Param<unknown>;
        const again = param.read(param.format(value));
        if (again === undefined || !param.same(again, value)) {
          throw new Error(`${name} does not take its own ${param.format(value)} again`);
        }
        if (!named.has(name)) throw new Error(`${name} was not named`);
      }
      const known = [...reservedKeys, ...Object.keys(params), ...notes.map(({ key }) => key)];
      const ignored = [...named].filter((name) => !known.includes(name));
      if (ignored.length > 0 && !notes.some(({ problem }) => problem === 'version')) {
        throw new Error(`${ignored.join()} was neither taken nor noted`);
      }
      const all = completed(schema, params);
      expect(Object.keys(all)).toEqual(Object.keys(schema));
      expect(Object.getPrototypeOf(all)).toBe(Object.prototype);
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype);
      expect(encodeLink(schema, version, all)).toMatch(safe);
    };
    fc.assert(fc.property(hostileQuery(schema, version), check), {
      numRuns: runs,
      examples: queries.map((query) => [query]),
    });
    heeded += taken;
    // Links that hold nothing to take would show little.
    expect(taken).toBeGreaterThan(runs / 10);
  }, 60_000);
});

afterAll(() => console.info(`${opened} hostile links opened; ${heeded} held something to take`));

const zeros = '3x3:0,0,0,0,0,0,0,0,';
const longDigits = '9'.repeat(400);

/** Values that have broken other readers of links. */
const values = [
  ...['', ' ', '0', '-0', '-0.0', '-.0e9', '+1', '01', '1.', '.5', '0x10', '1_000', '1,2', '１２'],
  ...['1e308', '1e999', '-1e999', '1e-400', longDigits, `1.${longDigits}`, `1e${longDigits}`],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'undefined',
    'true',
    'false',
    '[object Object]',
    '{}',
  ],
  ...['%', '%%', '%z', '%e0%a4', '%C0%AE', '%00', '%2525', '%26v%3D9', '%5B%5D', '\0', '\ud800'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onfocus='alert(1)", '`'],
  ...[
    'javascript:alert(1)',
    '${alert(1)}',
    '{{7*7}}',
    '{was}',
    '../../x',
    '\u202e',
    '\u2028',
    '😀',
  ],
  ...['3x3', '3x3:', '3x3~', 'x:', ':', '~', '0x0:', '-1x3:', '3x3x:', '9999x9999:', '99999x1:'],
  ...[`${zeros}0`, `${zeros}NaN`, `${zeros}1e39`, `${zeros}1e999`, `${zeros}-0`, `${zeros}`],
  ...[`${zeros}0,0`, '3x3:,,,,,,,,', '3.5x2:0,0,0,0,0,0,0', '1x1~AACAfw', '1x1~AADAfw', '1x1~AAAA'],
  ...['1x1~AAAAg', '1x1~AAAA====', '1x1~!!!!', `1x1~${'A'.repeat(99)}`, `${'1x'.repeat(999)}1:0`],
];

const names = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
  ...['__proto__[min]', 'constructor.prototype', 'params', 'default', '', ' ', 'V', 'v[]'],
];

/** Whole queries that are tried on every run. */
const queries = [
  ...['', '?', '&', '=', '&&==&&', '???', 'v', 'v=', 'v=1&v=2', 'v=-1', 'v=1.5', 'v=1e0', 'v= 1'],
  ...names.map((name) => `${name}=1&v=1`),
  ...[
    'x'.repeat(300_000),
    `a=${'%'.repeat(100_000)}`,
    'a&'.repeat(20_000),
    '__proto__=1&__proto__=2',
  ],
];

function hostileQuery(schema: Schema, version: number): fc.Arbitrary<string> {
  const ownNames = Object.keys(schema);
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ownNames) },
    fc.constantFrom(...names, ...reservedKeys),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...values) },
    { weight: 3, arbitrary: fc.oneof(...Object.values(schema).map((param) => nearly(param))) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.double().map(String) },
  );
  const written = fc.tuple(value, fc.constantFrom(...writings)).map(([text, write]) => write(text));
  const pairs = fc
    .array(fc.tuple(name, written), { maxLength: 6 })
    .map((list) => list.map(([key, text]) => `${key}=${text}`).join('&'));
  const versions = fc.constantFrom(
    '',
    `v=${version}&`,
    `v=${version}&`,
    `v=${version + 1}&`,
    'v=0&',
  );
  const valid = arbitraryParams(schema).map((params) => encodeLink(schema, version, params));
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(versions, pairs).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: mutated(valid) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

/** Ways to write a text into a query: as it is, once and twice encoded, cut off, very long. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => encodeURIComponent(encodeURIComponent(text.toWellFormed())),
  (text) => encodeURIComponent(text.toWellFormed()).slice(0, -1),
  (text) => text.repeat(Math.min(50, Math.ceil(2000 / (text.length + 1)))),
];

/** A text that its param takes, or would but for its shape, its length or one number. */
function nearly(param: AnyParam): fc.Arbitrary<string> {
  if (param.kind !== 'tensor') {
    const one = arbitraryParams({ param }).map(({ param: value }) => param.format(value as never));
    return mutated(one);
  }
  const shape = fc.tuple(
    ...param.axes.map(([min, max]) => fc.integer({ min: min - 1, max: max + 1 })),
  );
  const few = fc.integer({ min: -1, max: 1 });
  const decimals = fc
    .tuple(shape, few, fc.constantFrom(...values), fc.nat({ max: 20 }))
    .map(([sizes, extra, odd, at]) => {
      const length = Math.max(0, sizeOf(sizes) + extra);
      const numbers = Array.from({ length }, (_, index) => (index === at ? odd : '0.5'));
      return `${sizes.join('x')}:${numbers.join(',')}`;
    });
  const base64 = fc
    .tuple(shape, fc.uint8Array({ minLength: 0, maxLength: 36 }), few)
    .map(([sizes, bytes, extra]) => {
      const length = Math.max(0, Math.ceil((sizeOf(sizes) * 16) / 3) + extra);
      const digits = Buffer.from(bytes).toString('base64url') || 'A';
      return `${sizes.join('x')}~${digits.repeat(length).slice(0, length)}`;
    });
  return fc.oneof(decimals, base64);
}

/** A text with some of its characters cut out, doubled or replaced by something hostile. */
function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 4 }),
    put: fc.oneof(fc.constantFrom('', '&', '=', '%', ':', '~', ',', '-', 'e9', ...values)),
  });
  return fc.tuple(text, fc.array(edit, { maxLength: 3 })).map(([original, edits]) =>
    edits.reduce((current, { at, cut, put }) => {
      const from = at % (current.length + 1);
      return current.slice(0, from) + put + current.slice(from + cut);
    }, original),
  );
}
