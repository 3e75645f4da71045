import { describe, expect, it } from 'vitest';
import { createCourse } from './course.ts';
import type { Screen } from './screens.ts';

const kinds: readonly (readonly [string, Screen['kind']])[] = [
  ['', 'title'],
  ['window', 'figure'],
  ['guess', 'predict'],
  ['summary', 'summary'],
];
const screens = kinds.map(([id, kind]): Screen => ({ id, kind, title: id, elements: [] }));

describe('the course of a lecture', () => {
  it('takes two steps for a prediction, forth and back', () => {
    const { move, screen, revealed } = createCourse(screens, '');
    const walk = (where: 'next' | 'back') => {
      move(where);
      return `${screen.value.id}${revealed.value ? '!' : ''}`;
    };
    expect(['window', 'guess', 'guess!', 'summary', 'summary'].map(() => walk('next'))).toEqual([
      'window',
      'guess',
      'guess!',
      'summary',
      'summary',
    ]);
    expect([1, 2, 3, 4].map(() => walk('back'))).toEqual(['guess', 'window', '', '']);
  });

  it('begins with the title where there is no screen of the name', () => {
    expect(createCourse(screens, 'guess').index.value).toBe(2);
    expect(createCourse(screens, 'gone').index.value).toBe(0);
  });

  it('has no answer to what asks nothing', () => {
    const course = createCourse(screens, '');
    course.go('window', true);
    expect(course.revealed.value).toBe(false);
    course.go('guess', true);
    expect(course.revealed.value).toBe(true);
  });
});
