import { describe, expect, it } from 'vitest';
import { curriculum, numberOf, slugOf } from './curriculum.ts';

const folders = curriculum.flatMap(({ chapters }) => chapters.map(({ folder }) => folder));

describe('the map of the course', () => {
  it('has its chapters in the order of their numbers, each once', () => {
    const numbers = folders.map((folder) => Number(folder.slice(0, 3)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('gives every chapter an address of its own, and a place from 1', () => {
    const slugs = folders.map(slugOf);
    expect(new Set([...slugs, 'widgets', 'embed', 'og']).size).toBe(slugs.length + 3);
    expect(slugOf('160-gradients-and-depth')).toBe('gradients-and-depth');
    expect(folders.map(numberOf)).toEqual(folders.map((_, index) => index + 1));
  });

  it('asks a question in every chapter', () => {
    for (const { question } of curriculum.flatMap(({ chapters }) => chapters)) {
      expect(question.en).toMatch(/\?$/);
      expect(question.ja).toMatch(/か。$/);
    }
  });
});
