import { describe, expect, it } from 'vitest';
import { sentenceOf } from './tensor-error-sentences.ts';
import { TensorError, type TensorErrorCode } from './tensor-error.ts';

/** Every code with the values that its message needs; the type keeps the list complete. */
const needed: Readonly<Record<TensorErrorCode, readonly string[]>> = {
  'not-finite': ['was'],
  'not-positive': ['was'],
  'not-a-count': ['was'],
  'wrong-rank': ['must', 'was'],
  'too-few-axes': ['must', 'was'],
  'one-value-a-channel': ['was'],
  'wrong-shape': ['must', 'was'],
  'kernel-too-large': ['most', 'was'],
  'groups-do-not-divide': ['channels', 'was'],
  'channels-do-not-match': ['must', 'was'],
  'reflect-too-far': ['most', 'was'],
  'padding-too-wide': ['most', 'was'],
  'beyond-float32': [],
  'nothing-to-draw': [],
  'zero-variance': [],
  'no-own-data': [],
  'unknown-name': ['known', 'was'],
};

const codes = Object.keys(needed) as TensorErrorCode[];
const languages = ['en', 'ja'] as const;

function sentenceFor(code: TensorErrorCode, locale: 'en' | 'ja'): string {
  const values = Object.fromEntries(needed[code].map((name) => [name, `<${name}>`]));
  return sentenceOf(new TensorError(code, 'padding', values))[locale];
}

describe.each(codes)('%s', (code) => {
  it.each(languages)('uses all of its values in %s', (locale) => {
    const used = sentenceFor(code, locale).match(/<\w+>/g) ?? [];
    expect([...used].sort()).toEqual(needed[code].map((name) => `<${name}>`).sort());
  });

  it.each(languages)('leaves no placeholder unfilled in %s', (locale) => {
    expect(sentenceFor(code, locale)).not.toMatch(/undefined|[{}]/);
  });

  it('is said in two different languages', () => {
    expect(sentenceFor(code, 'ja')).toMatch(/[\u3040-\u30ff]/);
    expect(sentenceFor(code, 'en')).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});

describe('TensorError', () => {
  const values = { was: 0 };
  const error = new TensorError('not-positive', 'stride', values);

  it('carries what is wrong as plain data, so that it can cross threads', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'TensorError', code: 'not-positive', argument: 'stride' });
    expect(error.values).toEqual(values);
  });

  it('names the argument, what it was and what it must be', () => {
    expect(error.message).toBe('stride: not-positive {"was":0}');
  });

  it('prints values as they are, whatever they look like', () => {
    const hostile = new TensorError('not-finite', 'image', { was: '{was} $& $1' });
    expect(sentenceOf(hostile).en).toMatch(/^ holds \{was\} \$& \$1,/);
  });

  it('goes on after the name of its argument, in both languages', () => {
    expect(sentenceOf(error)).toEqual({
      en: ' is 0; it must be a whole number, 1 or more.',
      ja: 'が0になっています。1以上の整数にしてください。',
    });
  });
});
