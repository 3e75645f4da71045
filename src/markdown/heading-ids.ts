import type { Heading, Root } from 'mdast';

/**
 * Lets a heading carry its own id, `## Der Titel [#the-id]`, so that both languages have the same.
 * @throws Error at a heading without one
 */
export function remarkHeadingIds() {
  return (tree: Root): void => {
    for (const node of tree.children) if (node.type === 'heading') takeId(node);
  };
}

function takeId(heading: Heading): void {
  const last = heading.children.at(-1);
  const match = last?.type === 'text' ? /^(.*\S)\s*\[#([a-z0-9-]+)\]$/s.exec(last.value) : null;
  if (last?.type !== 'text' || !match) {
    throw new Error(`The heading in line ${heading.position?.start.line} needs an id: “… [#id]”`);
  }
  last.value = match[1];
  heading.data = { ...heading.data, hProperties: { id: match[2] } };
}
