import type { Root } from 'hast';

/** What of a tree of hast and MDX is looked at here. */
type Node = {
  readonly type: string;
  /** Of a component. */
  readonly name?: string;
  readonly tagName?: string;
  readonly properties?: { readonly className?: unknown };
  readonly value?: string;
  children?: Node[];
};

/** What must not begin a line. */
const CLOSING = /^[.,;:!?)’”。、：；！？）」』]+/;

/**
 * Keeps terms and formulas on one line with the punctuation behind them: both are boxes, and behind a box
 * a line may break.
 */
export function rehypeKeptTogether() {
  return (tree: Root): void => keepTogether(tree as Node);
}

function keepTogether(tree: Node): void {
  const { children } = tree;
  if (!children) return;
  const kept: Node[] = [];
  for (const child of children) {
    keepTogether(child);
    const box = kept.at(-1);
    const closing = child.type === 'text' ? CLOSING.exec(child.value ?? '')?.[0] : undefined;
    if (!box || !closing || !isBox(box)) {
      kept.push(child);
      continue;
    }
    const mark = { type: 'text', value: closing };
    kept[kept.length - 1] = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['kept-together'] },
      children: [box, mark],
    };
    kept.push({ ...child, value: child.value?.slice(closing.length) });
  }
  tree.children = kept;
}

/** A term, or a formula without a place to break at. */
const isBox = (node: Node): boolean =>
  node.name === 'Term' || (hasClass(node, 'katex') && bases(node) === 1);

const bases = (node: Node): number =>
  (hasClass(node, 'base') ? 1 : 0) +
  (node.children ?? []).reduce((sum, child) => sum + bases(child), 0);

const hasClass = ({ properties }: Node, name: string): boolean =>
  [properties?.className].flat().includes(name);
