import type { Param, ParamsOf, Schema } from './params.ts';

/** A link's state as names and texts, before a schema has looked at it. */
export type RawState = Readonly<Record<string, string>>;

/** Brings a link of one version to the next. */
export type Migrations = Readonly<Record<number, (state: RawState) => RawState>>;

/** What could not be taken from a link, for the reader to see. */
export type LinkNote = { readonly key: string; readonly problem: 'unknown' | 'bad' | 'version' };

export type DecodedLink<S extends Schema> = {
  readonly params: Partial<ParamsOf<S>>;
  readonly notes: readonly LinkNote[];
};

/** Names that a link may carry beside the params of its widget. */
export const reservedKeys: readonly string[] = [
  'v',
  'lang',
  'theme',
  'ui',
  'controls',
  'fit',
  'backend',
  'id',
  'show',
];

/** All params: the given ones, and for the others their defaults. */
export function completed<S extends Schema>(
  schema: S,
  given: Partial<ParamsOf<S>> = {},
): ParamsOf<S> {
  const defaults = Object.entries(schema).map(([key, param]) => [key, param.default] as const);
  return { ...Object.fromEntries(defaults), ...given } as ParamsOf<S>;
}

/** `v=1&stride=2&…`: every param that differs from its default, in the schema's order. */
export function encodeLink<S extends Schema>(
  schema: S,
  version: number,
  params: ParamsOf<S>,
): string {
  const changed = Object.entries(schema).flatMap(([key, param]) => {
    const { default: initial, same, format } = param as Param<unknown>;
    const value = params[key];
    return same(value, initial) ? [] : [`${key}=${format(value)}`];
  });
  return [`v=${version}`, ...changed].join('&');
}

/**
 * Reads a query string. Whatever is unknown, bad or from the future is left at its default and
 * named in the notes; nothing throws.
 */
export function decodeLink<S extends Schema>(
  schema: S,
  version: number,
  migrations: Migrations,
  query: string,
): DecodedLink<S> {
  const given = Object.fromEntries(new URLSearchParams(query)) as RawState;
  const own = Object.entries(given).filter(([key]) => !reservedKeys.includes(key));
  const writtenBy = 'v' in given ? Number(given.v) : version;
  if (!Number.isInteger(writtenBy) || writtenBy < 1 || writtenBy > version) {
    return { params: {}, notes: [{ key: 'v', problem: 'version' }] };
  }
  let state: RawState = Object.fromEntries(own);
  for (let v = writtenBy; v < version; v++) state = migrations[v](state);
  return readState(schema, state);
}

/** Takes plain values, as a message brings them, or a link's texts. */
export function readState<S extends Schema>(
  schema: S,
  state: Readonly<Record<string, unknown>>,
): DecodedLink<S> {
  const params: Record<string, unknown> = {};
  const notes: LinkNote[] = [];
  for (const [key, value] of Object.entries(state)) {
    const read = Object.hasOwn(schema, key) ? schema[key].read(value) : undefined;
    if (read !== undefined) params[key] = read;
    else notes.push({ key, problem: Object.hasOwn(schema, key) ? 'bad' : 'unknown' });
  }
  return { params: params as Partial<ParamsOf<S>>, notes };
}
