import { readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import type { Expression } from 'estree';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMath from 'remark-math';
import { parse } from 'yaml';
import type { Locale } from '#i18n/locales.ts';
import { remarkHeadingIds } from '#src/markdown/heading-ids.ts';

export const CHAPTERS = 'content/chapters';

/** One use of a prose component. */
export type Tag = {
  readonly name: string;
  /** What is the same in every language. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What is written in the chapter's language. */
  readonly words: Readonly<Record<string, string>>;
  /** What can be guessed at a prediction, by its neutral word. */
  readonly options: Readonly<Record<string, string>>;
};

/** What a chapter's MDX holds, in the order of the text. */
export type ChapterText = {
  readonly title: string;
  readonly summary: string;
  /** Headings, `h2 the-id`, and what stands between them: block components and display formulas. */
  readonly outline: readonly string[];
  readonly headingIds: readonly string[];
  /** Headings that another of the same level follows at once. */
  readonly emptySections: readonly string[];
  readonly tags: readonly Tag[];
  readonly formulas: readonly { readonly value: string; readonly display: boolean }[];
  /** `figure:part` of everything in a formula that lights its part of a figure. */
  readonly lights: readonly string[];
  /** Running text by paragraphs, a formula as □. */
  readonly paragraphs: readonly string[];
  /** All that is read: title, headings, paragraphs, questions, options, claims, names of symbols. */
  readonly words: readonly string[];
};

type JsxNode = MdxJsxFlowElement | MdxJsxTextElement;

const wordAttributes = ['question', 'claim', 'name'];
const inlineTags = ['Cite', 'Symbol', 'Term', 'Try'];
const processor = createProcessor({ remarkPlugins: [remarkMath] });

export function readChapter(folder: string, locale: Locale): ChapterText {
  return chapterText(readFileSync(`${CHAPTERS}/${folder}/${locale}.mdx`, 'utf8'));
}

export function chapterText(source: string): ChapterText {
  const [, front = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(source) ?? [];
  const { title, summary } = parse(front) as { title: string; summary: string };
  const tree = processor.parse(body) as Root;
  remarkHeadingIds()(tree);

  const nodes = [...walk(tree)];
  const headings = nodes.filter((node) => node.type === 'heading');
  const paragraphs = nodes.filter((node) => node.type === 'paragraph').map(textOf);
  const tags = nodes.filter(isJsx).map(tagOf);
  const formulas = nodes.flatMap((node) =>
    node.type === 'math' || node.type === 'inlineMath'
      ? { value: node.value, display: node.type === 'math' }
      : [],
  );
  const sections = tree.children.filter((node, index) => {
    const next = tree.children.at(index + 1);
    if (node.type !== 'heading') return false;
    return next === undefined || (next.type === 'heading' && next.depth <= node.depth);
  });
  return {
    title,
    summary,
    outline: nodes.flatMap(outlined),
    headingIds: headings.map(idOf),
    emptySections: sections.map(idOf),
    tags,
    formulas,
    lights: formulas.flatMap(({ value }) =>
      Array.from(value.matchAll(/\\htmlData\{light=([^}]*)\}/g), ([, light]) => light),
    ),
    paragraphs,
    words: [
      ...[title, summary, ...headings.map(textOf), ...paragraphs],
      ...tags.flatMap(({ words, options }) => [...Object.values(words), ...Object.values(options)]),
    ],
  };
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function isJsx(node: Nodes): node is JsxNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function idOf(heading: Nodes): string {
  return String(heading.data && 'hProperties' in heading.data && heading.data.hProperties?.id);
}

function textOf(node: Nodes): string {
  if (node.type === 'inlineMath') return '□';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function outlined(node: Nodes): string[] {
  if (node.type === 'heading') return [`h${node.depth} ${idOf(node)}`];
  if (node.type === 'math') return ['formula'];
  if (!isJsx(node) || inlineTags.includes(node.name ?? '')) return [];
  const { name, attributes, options } = tagOf(node);
  return [JSON.stringify({ name, attributes, options: Object.keys(options) })];
}

/** @throws Error at an attribute that is neither a text nor the options of a prediction */
function tagOf({ name, attributes }: JsxNode): Tag {
  const texts: [string, string][] = [];
  let options: Record<string, string> = {};
  for (const attribute of attributes) {
    const { value } = attribute;
    if (attribute.type === 'mdxJsxAttribute' && typeof value === 'string') {
      texts.push([attribute.name, value]);
    } else if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'options') {
      options = textsOf(attribute);
    } else {
      throw new Error(`An attribute of <${name}> must be a plain text`);
    }
  }
  const isWord = ([key]: [string, string]): boolean => wordAttributes.includes(key);
  return {
    name: name ?? '',
    attributes: Object.fromEntries(texts.filter((one) => !isWord(one))),
    words: Object.fromEntries(texts.filter(isWord)),
    options,
  };
}

/** The texts of `{{ a: '…', b: '…' }}`. */
function textsOf({ name, value }: MdxJsxAttribute): Record<string, string> {
  const program = typeof value === 'object' ? value?.data?.estree : undefined;
  const [statement] = program?.body ?? [];
  const object = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (object?.type !== 'ObjectExpression') throw new Error(`“${name}” must be an object of texts`);
  const entries = object.properties.map((property) => {
    if (property.type !== 'Property') throw new Error(`“${name}” must list its texts`);
    const { key } = property;
    return [key.type === 'Identifier' ? key.name : literal(key), literal(property.value)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function literal(node: { readonly type: string }): string {
  const { type, value } = node as Expression & { readonly value?: unknown };
  if (type !== 'Literal' || typeof value !== 'string') throw new Error(`${type} is not a text`);
  return value;
}
