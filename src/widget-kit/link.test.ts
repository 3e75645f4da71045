import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import { params as convFilter, type Params } from '../../components/widgets/conv-filter/params.ts';
import { arbitraryParams } from '../../tests/support/arbitrary-params.ts';
import { completed, decodeLink, encodeLink, readState, reservedKeys } from './link.ts';
import { integer, number, toggle, type Schema } from './params.ts';

/** Every state that a reader can make. */
const states = arbitraryParams(convFilter) as fc.Arbitrary<Params>;

const decode = (query: string) => decodeLink(convFilter, 1, {}, query);

function expectSame(got: Params, wanted: Params): void {
  for (const [name, param] of Object.entries(convFilter)) {
    const same = param.same as (a: unknown, b: unknown) => boolean;
    expect(same(got[name as keyof Params], wanted[name as keyof Params]), name).toBe(true);
  }
}

describe('a link of any state', () => {
  it('opens that state again, without a note', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { params, notes } = decode(encodeLink(convFilter, 1, state));
        expect(notes).toEqual([]);
        expectSame(completed(convFilter, params), state);
      }),
    );
  });

  it('needs no escaping in an address', () => {
    fc.assert(
      fc.property(states, (state) => {
        const query = encodeLink(convFilter, 1, state);
        expect(new URL(`https://example.org/?${query}`).search).toBe(`?${query}`);
      }),
    );
  });

  it('names only what differs from the defaults, in the order of the schema', () => {
    const state = completed(convFilter, { padding: 1, stride: 2 });
    expect(encodeLink(convFilter, 1, state)).toBe('v=1&stride=2&padding=1');
    expect(encodeLink(convFilter, 7, completed(convFilter))).toBe('v=7');
  });

  it('opens the link of the house plan', () => {
    const { params, notes } = decode('v=1&stride=2&kernel=3x3:0,1,0,1,-4,1,0,1,0');
    expect(notes).toEqual([]);
    expect(params).toEqual({
      stride: 2,
      kernel: ndArray([3, 3], [0, 1, 0, 1, -4, 1, 0, 1, 0]),
    });
  });

  it('opens escaped as well', () => {
    expect(decode('kernel=1x2%3A1%2C2').params.kernel).toEqual(ndArray([1, 2], [1, 2]));
  });
});

describe('notes', () => {
  it('tell of the unknown and the bad, which fall back, and keep the rest', () => {
    const { params, notes } = decode('v=1&stride=9&colour=red&padding=2&kernel=3x3:1');
    expect(params).toEqual({ padding: 2 });
    expect(notes).toEqual([
      { key: 'stride', problem: 'bad' },
      { key: 'colour', problem: 'unknown' },
      { key: 'kernel', problem: 'bad' },
    ]);
  });

  it('do not tell of names that are kept for the page', () => {
    const query = reservedKeys.filter((key) => key !== 'v').map((key) => `${key}=x`);
    expect(decode(query.join('&'))).toEqual({ params: {}, notes: [] });
    expect(reservedKeys).toEqual(expect.arrayContaining(['v', 'lang', 'theme', 'ui', 'backend']));
  });

  it.each(['2', '0', '-1', '1.5', 'x', '', 'Infinity'])('tell of version “%s”', (version) => {
    const { params, notes } = decode(`v=${version}&stride=2`);
    expect(params).toEqual({});
    expect(notes).toEqual([{ key: 'v', problem: 'version' }]);
  });

  it('are none for an empty query, which has every default', () => {
    expect(decode('')).toEqual({ params: {}, notes: [] });
    expectSame(completed(convFilter), completed(convFilter, decode('').params));
  });
});

describe('names that objects are born with', () => {
  const born = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  it.each(born)('“%s” in a link is unknown and changes nothing', (name) => {
    const { params, notes } = decode(`${name}=1&stride=2`);
    expect(notes).toEqual([{ key: name, problem: 'unknown' }]);
    expect(Object.keys(params)).toEqual(['stride']);
    expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  });

  it.each(born)('“%s” in a message is unknown and changes nothing', (name) => {
    const message = JSON.parse(`{ "${name}": { "stride": 3 } }`) as Record<string, unknown>;
    const { params, notes } = readState(convFilter, message);
    expect(notes).toEqual([{ key: name, problem: 'unknown' }]);
    expect(completed(convFilter, params).stride).toBe(1);
    expect(({} as Record<string, unknown>).stride).toBeUndefined();
  });
});

describe('any query at all', () => {
  const names = fc.constantFrom(...Object.keys(convFilter), ...reservedKeys, '__proto__', '', '%');
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom('1e999', 'NaN', '-0', '3x3:1', '9999x9999~A', '%00', '%', '<script>', '&&='),
  );
  const queries = fc
    .array(fc.tuple(fc.oneof(names, fc.string()), texts))
    .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'));

  it('never throws and leaves a state that can be linked to', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { params } = decode(query);
        const state = completed(convFilter, params);
        const again = decode(encodeLink(convFilter, 1, state));
        expect(again.notes).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('numbers of any size', () => {
  const schema = { far: number({ min: -1e30, max: 1e30, step: 1, default: 0 }) } satisfies Schema;

  it.each([1e20, -1e-7, 123456.78])('%d comes back', (value) => {
    const wanted = Math.fround(value);
    expect(decodeLink(schema, 1, {}, encodeLink(schema, 1, { far: wanted })).params.far).toBe(
      wanted,
    );
  });

  it('1e21 comes back', () => {
    const { params } = decodeLink(schema, 1, {}, encodeLink(schema, 1, { far: 1e21 }));
    expect(params.far).toBe(Math.fround(1e21));
  });
});

describe('links of older versions', () => {
  /** Version 1 said `size`; version 2 counted `side` from one half; version 3 has `side`, and `soft`. */
  const schema = {
    side: integer({ min: 1, max: 99, default: 3 }),
    soft: toggle(false),
  } satisfies Schema;
  const migrations = {
    1: ({ size, ...rest }: Readonly<Record<string, string>>) =>
      size === undefined ? rest : { ...rest, side: size },
    2: ({ side, ...rest }: Readonly<Record<string, string>>) =>
      side === undefined ? rest : { ...rest, side: String(2 * Number(side)), soft: '1' },
  };
  const open = (query: string) => decodeLink(schema, 3, migrations, query);

  it('go through every later migration, in order', () => {
    expect(open('v=1&size=5')).toEqual({ params: { side: 10, soft: true }, notes: [] });
    expect(open('v=2&side=5')).toEqual({ params: { side: 10, soft: true }, notes: [] });
  });

  it('are left as they are in their own version, or without one', () => {
    expect(open('v=3&side=5')).toEqual({ params: { side: 5 }, notes: [] });
    expect(open('side=5')).toEqual({ params: { side: 5 }, notes: [] });
  });

  it('know an old name only in their own version', () => {
    expect(open('v=3&size=5').notes).toEqual([{ key: 'size', problem: 'unknown' }]);
  });

  it('fall back where a migration makes something bad', () => {
    expect(open('v=2&side=lots')).toEqual({
      params: { soft: true },
      notes: [{ key: 'side', problem: 'bad' }],
    });
  });

  it('never hand reserved names to a migration', () => {
    const seen: string[] = [];
    const spy = {
      1: (state: Readonly<Record<string, string>>) => (seen.push(...Object.keys(state)), state),
    };
    decodeLink(schema, 2, spy, 'v=1&lang=ja&side=4');
    expect(seen).toEqual(['side']);
  });
});
