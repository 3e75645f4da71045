import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceOf } from './bibliography.ts';

const bibtex = readFileSync('content/references.bib', 'utf8');
const ids = Array.from(bibtex.matchAll(/^@\w+\{([^,\s]+),/gm), ([, id]) => id);

describe('the bibliography', () => {
  it('has no key twice, and lists every entry on a line of its own', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toHaveLength(bibtex.match(/@\w+\{/g)?.length ?? 0);
  });

  it.each(ids)('%s has authors, year, title, venue and a link', (id) => {
    const { short, authors, year, title, venue, link } = referenceOf(id);
    expect(authors).toMatch(/^\p{L}/u);
    expect(year).toMatch(/^(19|20)\d\d[a-z]?$/);
    expect(short.endsWith(`, ${year}`)).toBe(true);
    expect(title).toMatch(/^\p{L}.*\S$/u);
    expect(venue).not.toBe('');
    expect(link).toMatch(/^https:\/\/(doi\.org\/10\.\d{4,}\/\S+|[\w.]+\/\S*|[\w.]+\w)$/);
    const unread = [short, authors, title, venue].filter((text) => /[{}\\<>]|undefined/.test(text));
    expect(unread).toEqual([]);
  });

  it('names one author, two, and the first of many', () => {
    expect(referenceOf('fukushima1980neocognitron').short).toBe('Fukushima, 1980');
    expect(referenceOf('ioffe2015bn').short).toBe('Ioffe & Szegedy, 2015');
    expect(referenceOf('ba2016ln').short).toBe('Ba et al., 2016');
  });

  it('tells apart what would be cited alike', () => {
    const papers = ['brock2021nfresnet', 'brock2021nfnet'].map(referenceOf);
    expect(papers.map(({ short }) => short).toSorted()).toEqual([
      'Brock et al., 2021a',
      'Brock et al., 2021b',
    ]);
    expect(papers.map(({ year }) => year).toSorted()).toEqual(['2021a', '2021b']);
    expect(new Set(ids.map((id) => referenceOf(id).short)).size).toBe(ids.length);
  });

  it('gives initials, accents and small prefixes of names as they are written', () => {
    expect(referenceOf('lecun1998gradient').authors).toBe(
      'LeCun Y., Bottou L., Bengio Y., Haffner P.',
    );
    expect(referenceOf('xie2017resnext').authors).toContain('Dollár P.');
    expect(referenceOf('russakovsky2015ilsvrc').authors).toContain('Berg A. C.');
    expect(referenceOf('russakovsky2015ilsvrc').authors).toContain('Fei-Fei L.');
  });

  it('says where a work appeared, with volume, issue and pages', () => {
    expect(referenceOf('lecun1998gradient').venue).toBe(
      'Proceedings of the IEEE 86(11), 2278–2324',
    );
  });

  it('links to the DOI, else to arXiv, else to a page', () => {
    const links = {
      lecun1998gradient: 'https://doi.org/10.1109/5.726791',
      he2016resnet: 'https://arxiv.org/abs/1512.03385',
      ba2016ln: 'https://arxiv.org/abs/1607.06450',
      glorot2010xavier: 'https://proceedings.mlr.press/v9/glorot10a.html',
      goodfellow2016dl: 'https://www.deeplearningbook.org',
    };
    for (const [id, link] of Object.entries(links)) expect(referenceOf(id).link).toBe(link);
  });

  it.each(['nobody1900', 'toString', ''])('has no entry “%s”', (id) => {
    expect(() => referenceOf(id)).toThrow(`“${id}”`);
  });
});
