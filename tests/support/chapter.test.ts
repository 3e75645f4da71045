import { expect, it } from 'vitest';
import { chapterText } from './chapter.ts';

it('a chapter is read: attributes, words, formulas, headings', () => {
  const text = chapterText(
    [
      '---\ntitle: A\nsummary: B\n---\n',
      '<Figure widget="w" id="f">\nC $x$ <Term id="t">d</Term>.\n</Figure>\n\n## E [#e]\n\n## F [#f-2]\n',
      '<Predict id="p" question="Q?" options={{ a: "1", \'b\': \'2\' }} answer="a">\nG\n</Predict>\n',
      '$$\n\\htmlData{light=f:k}{y} = \\htmlData{light=f:b}{b}\n$$\n',
    ].join('\n'),
  );
  expect(text).toMatchObject({
    headingIds: ['e', 'f-2'],
    emptySections: ['e'],
    lights: ['f:k', 'f:b'],
    paragraphs: ['C □ d.', 'G'],
    words: ['A', 'B', 'E', 'F', 'C □ d.', 'G', 'Q?', '1', '2'],
  });
  expect(text.outline).toHaveLength(5);
  expect(text.tags.map(({ name }) => name)).toEqual(['Figure', 'Term', 'Predict']);
  expect(() => chapterText('---\ntitle: A\n---\n\n<Term id={1} />')).toThrow(/plain text/);
});
