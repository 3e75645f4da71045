import { readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

export type Reference = {
  readonly id: string;
  /** Short form for the running text: “He et al., 2016”. */
  readonly short: string;
  readonly authors: string;
  /** With a letter where the short form would not tell it from another. */
  readonly year: string;
  readonly title: string;
  /** Journal, proceedings or publisher, with volume and pages. */
  readonly venue: string;
  readonly link: string | undefined;
};

type Person = { readonly given?: string; readonly family?: string; readonly literal?: string };

type CslEntry = {
  readonly id: string;
  readonly author?: readonly Person[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly note?: string;
};

const entries = readEntries(readFileSync('content/references.bib', 'utf8'));

/** @throws Error if the bibliography has no such entry */
export function referenceOf(id: string): Reference {
  const entry = entries.get(id);
  if (!entry) throw new Error(`content/references.bib has no entry “${id}”`);
  return entry;
}

function readEntries(bibtex: string): Map<string, Reference> {
  const parsed = plugins.input.chain(bibtex, { generateGraph: false }) as CslEntry[];
  const eprints = new Map(
    Array.from(bibtex.matchAll(/^@\w+\{([^,]+),.*?\beprint=\{([\d.]+)\}/gm), (match) => [
      match[1],
      match[2],
    ]),
  );
  const references = parsed.map((entry) => toReference(entry, eprints.get(entry.id)));
  return new Map(withYearLetters(references).map((reference) => [reference.id, reference]));
}

/** Where two would be cited alike, their years get letters: 2021a and 2021b. */
function withYearLetters(references: readonly Reference[]): readonly Reference[] {
  return references.map((reference) => {
    const alike = references.filter(({ short }) => short === reference.short);
    if (alike.length === 1) return reference;
    const letter = String.fromCodePoint(0x61 + alike.indexOf(reference));
    return { ...reference, short: reference.short + letter, year: reference.year + letter };
  });
}

function toReference(entry: CslEntry, eprint: string | undefined): Reference {
  const people = entry.author ?? [];
  const year = String(entry.issued?.['date-parts']?.[0]?.[0] ?? '');
  const arxiv = eprint ?? /arXiv:(\d{4}\.\d{4,5})/.exec(entry['container-title'] ?? '')?.[1];
  return {
    id: entry.id,
    short: `${shortNames(people)}, ${year}`,
    authors: people.map(fullName).join(', '),
    year,
    title: (entry.title ?? '').replace(/<[^>]*>/g, ''),
    venue: venueOf(entry),
    link: entry.DOI
      ? `https://doi.org/${entry.DOI}`
      : arxiv
        ? `https://arxiv.org/abs/${arxiv}`
        : (entry.URL ?? /https?:\/\/\S+/.exec(entry.note ?? '')?.[0]),
  };
}

function familyName({ family, literal }: Person): string {
  return family ?? literal ?? '';
}

function fullName(person: Person): string {
  const initials = (person.given ?? '').replace(/(\p{L})[\p{L}']*\.?/gu, '$1.');
  return [familyName(person), initials].filter(Boolean).join(' ');
}

function shortNames(people: readonly Person[]): string {
  const [first, second] = people.map(familyName);
  if (people.length > 2) return `${first} et al.`;
  return people.length === 2 ? `${first} & ${second}` : (first ?? '');
}

function venueOf(entry: CslEntry): string {
  const { volume, issue, page } = entry;
  const number = volume ? ` ${volume}${issue ? `(${issue})` : ''}` : '';
  const name = entry['container-title'] ?? entry.publisher ?? '';
  return `${name}${number}${page ? `, ${page.replace('-', '–')}` : ''}`;
}
