import { existsSync, readdirSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { computeInProcess } from '#engine/in-process.ts';
import type { Compute } from '#engine/messages.ts';
import { locales, type Locale } from '#i18n/locales.ts';
import { buildFigure } from '#kit/build-figure.ts';
import { shortened, type AnyWidget } from '#kit/define-widget.ts';
import type { IslandProps } from '#kit/island.tsx';
import { completed, decodeLink } from '#kit/link.ts';
import type { ParamsOf, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { referenceOf } from '#src/library/bibliography.ts';
import { curriculum, slugOf } from '#src/library/curriculum.ts';
import { termOf } from '#src/library/glossary.ts';
import { katexOptions } from '#src/markdown/katex-options.ts';
import { CHAPTERS, readChapter, type ChapterText, type Tag } from './support/chapter.ts';

const FACTS = '../shared/FACTS.md';
const PREDICTIONS = 3;
const CHALLENGES = 2;

type Facts = Readonly<Record<'widgets' | 'prerequisites' | 'sources', readonly string[]>> & {
  readonly part: number;
};

type Params = ParamsOf<Schema>;

const computes = import.meta.glob<{ default: Compute<Params> }>(
  '../components/widgets/*/compute.ts',
  { eager: true },
);
const islands = import.meta.glob<{ default: ComponentType<IslandProps> }>(
  '../components/widgets/*/island.tsx',
  { eager: true },
);
const planned = curriculum.flatMap(({ chapters }, index) =>
  chapters.map(({ folder }) => ({ folder, part: index + 1 })),
);
const folders = readdirSync(CHAPTERS);

describe.each(folders)('chapter %s', (folder) => {
  const texts = { en: readChapter(folder, 'en'), ja: readChapter(folder, 'ja') };
  const facts = parse(readFileSync(`${CHAPTERS}/${folder}/chapter.yaml`, 'utf8')) as Facts;

  it('is in the map of the course, in both languages, with its facts', () => {
    expect(readdirSync(`${CHAPTERS}/${folder}`).sort()).toEqual([
      'chapter.yaml',
      'en.mdx',
      'ja.mdx',
    ]);
    expect(planned).toContainEqual({ folder, part: facts.part });
  });

  it('goes the same way in both languages: headings, figures, predictions, challenges, formulas', () => {
    expect(texts.ja.outline).toEqual(texts.en.outline);
  });

  it('ties the same symbols and words to the same figures in both languages', () => {
    for (const name of ['Symbol', 'Try']) {
      expect(attributesOf(texts.ja, name)).toEqual(attributesOf(texts.en, name));
    }
    expect(texts.ja.lights).toEqual(texts.en.lights);
  });

  it.each(['Term', 'Cite'])('has every <%s> in both languages', (name) => {
    expect(idsOf(texts.ja, name).sort()).toEqual(idsOf(texts.en, name).sort());
  });

  it('names the widgets that it shows, and builds on earlier chapters', () => {
    const shown = texts.en.tags.flatMap(({ attributes }) => attributes.widget ?? []);
    expect([...facts.widgets].sort()).toEqual([...new Set(shown)].sort());
    const slugs = planned.map((chapter) => slugOf(chapter.folder));
    expect(slugs.slice(0, slugs.indexOf(slugOf(folder)))).toEqual(
      expect.arrayContaining([...facts.prerequisites]),
    );
  });

  it('corrects what its sources err in', () => {
    const { sources } = facts;
    expect(sources.filter((row) => !/^[SE]\d-\d+$/.test(row))).toEqual([]);
    expect(new Set(sources).size).toBe(sources.length);
    const corrected = attributesOf(texts.en, 'Correction').flatMap(({ source }) => source ?? []);
    expect(corrected.sort()).toEqual(sources.filter((row) => row.startsWith('E')).sort());
  });

  it.skipIf(!existsSync(FACTS))('names rows of the fact sheet as its sources', () => {
    const sheet = readFileSync(FACTS, 'utf8');
    // Some rows of the sheet have two numbers: “S4-17,18”.
    const rows = Array.from(sheet.matchAll(/^\| ([SE]\d-)(\d+)(?:,(\d+))? \|/gm), (match) =>
      match.slice(2).flatMap((number) => (number ? match[1] + number : [])),
    ).flat();
    expect(facts.sources.filter((row) => !rows.includes(row))).toEqual([]);
  });

  describe.each(locales)('in %s', (locale) => {
    const text = texts[locale];
    const figures = text.tags.filter(({ attributes }) => attributes.widget);
    const shownBy = (figure: string): AnyWidget => {
      const shown = figures.find(({ attributes }) => attributes.id === figure);
      return widgetNamed(shown?.attributes.widget ?? `that ${figure} shows`);
    };

    it('has all that a chapter has', () => {
      expect(attributesOf(text, 'Predict').length).toBeGreaterThanOrEqual(PREDICTIONS);
      expect(attributesOf(text, 'Challenge').length).toBeGreaterThanOrEqual(CHALLENGES);
      expect(attributesOf(text, 'Correction').length).toBeGreaterThanOrEqual(1);
      expect(text.outline[0]).toMatch(/"name":"Figure"/);
      expect(text.headingIds.slice(-2)).toEqual(['summary', 'questions']);
      expect(text.emptySections).toEqual([]);
      // The list of references is made of the citations.
      expect(idsOf(text, 'Cite')).not.toEqual([]);
    });

    it('has ids that no other part of its page has', () => {
      const own = ['Figure', 'Predict', 'Challenge'].flatMap((name) => idsOf(text, name));
      const ids = [...own, ...text.headingIds, 'references', 'main', 'words-kit'];
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id) || /^(term|ref)-/.test(id))).toEqual(
        [],
      );
    });

    it('explains each term once, and cites what the bibliography has', () => {
      const terms = idsOf(text, 'Term');
      expect(terms.filter((id, index) => terms.indexOf(id) !== index)).toEqual([]);
      expect(terms.map(termOf)).toHaveLength(terms.length);
      for (const id of idsOf(text, 'Cite')) expect(referenceOf(id).title).not.toBe('');
    });

    it('asks what can be answered', () => {
      for (const { attributes, options } of text.tags.filter(({ name }) => name === 'Predict')) {
        expect(Object.keys(options), attributes.id).toContain(attributes.answer);
        const labels = Object.values(options);
        expect(labels.length).toBeGreaterThan(1);
        expect(new Set(labels).size, attributes.id).toBe(labels.length);
      }
    });

    it('has formulas that KaTeX takes', () => {
      for (const { value, display: displayMode } of text.formulas) {
        const options = { ...katexOptions, displayMode, throwOnError: true };
        expect(() => katex.renderToString(value, options), value).not.toThrow();
      }
    });

    describe('its figures', () => {
      const parts = new Map<string, ReadonlySet<string>>();

      beforeAll(async () => {
        for (const figure of figures) {
          parts.set(figure.attributes.id, partsIn(await drawn(figure, locale)));
        }
      }, 60_000);

      it.each(figures.map(({ name, attributes }) => ({ name, attributes })))(
        '$name $attributes.id shows what it is asked to',
        async ({ name, attributes }) => {
          const { id, goal, controls, state = '' } = attributes;
          const widget = widgetNamed(attributes.widget);
          expect(parts.get(id)?.size).toBeGreaterThan(0);
          const unknown = controls?.split(' ').filter((param) => !(param in widget.params));
          expect(unknown ?? []).toEqual([]);
          if (name !== 'Challenge') return;
          const given = { ...widget.examples[attributes.example ?? 'default'] };
          const params = { ...given, ...stateOf(widget, state) };
          expect(widget.challenges[goal](...(await answered(widget, params)))).toBe(false);
        },
      );

      it('give challenges that are not met as they are set up', async () => {
        for (const { figure, goal, state = '' } of attributesOf(text, 'Challenge')) {
          if (figure === undefined) continue;
          const widget = shownBy(figure);
          const answer = await answered(widget, stateOf(widget, state));
          expect(widget.challenges[goal](...answer), goal).toBe(false);
        }
      }, 60_000);

      it('have every part that a symbol or a formula lights', () => {
        const symbols = attributesOf(text, 'Symbol').map(({ figure, part }) => `${figure}:${part}`);
        const missing = [...symbols, ...text.lights].filter((light) => {
          const [figure, part] = light.split(':');
          return !parts.get(figure)?.has(part);
        });
        expect(missing).toEqual([]);
      });

      it('can be set up as every word says that sets one up', async () => {
        for (const { figure, state } of attributesOf(text, 'Try')) {
          const widget = shownBy(figure);
          await answered(widget, stateOf(widget, state));
        }
      }, 60_000);
    });
  });
});

function attributesOf({ tags }: ChapterText, name: string): Tag['attributes'][] {
  return tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
}

function idsOf(text: ChapterText, name: string): string[] {
  return attributesOf(text, name).map(({ id }) => id);
}

function widgetNamed(id: string): AnyWidget {
  const widget = widgets.get(id);
  if (!widget) throw new Error(`There is no widget ${id}`);
  return widget;
}

/** @throws Error if the widget has no such example, param, state or challenge */
async function drawn({ attributes }: Tag, locale: Locale): Promise<string> {
  const { widget: name, id, goal, ...request } = attributes;
  const { default: compute } = computes[`../components/widgets/${name}/compute.ts`];
  const { default: Island } = islands[`../components/widgets/${name}/island.tsx`];
  const asked = { ...request, locale, figure: id, challenge: goal, short: true };
  return renderToString(h(Island, await buildFigure(widgetNamed(name), compute, asked)));
}

function partsIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/ data-part="([^"]+)"/g), ([, part]) => part));
}

/** The params that a link's query names. */
function stateOf({ id, params, version, migrations }: AnyWidget, query: string): Partial<Params> {
  const { params: given, notes } = decodeLink(params, version, migrations, query);
  expect(notes, `${query} of ${id}`).toEqual([]);
  return given;
}

/** All params and what the widget computes from them. */
async function answered(widget: AnyWidget, given: Partial<Params>) {
  const { id, params: schema } = widget;
  const params = shortened(widget, completed(schema, given));
  const { default: compute } = computes[`../components/widgets/${id}/compute.ts`];
  const answer = await computeInProcess(compute, params);
  if (answer.kind !== 'result') throw new Error(`${id} refuses ${JSON.stringify(given)}`);
  return [params, answer.result] as const;
}
