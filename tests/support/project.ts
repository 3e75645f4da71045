import { posix } from 'node:path';
import ts from 'typescript';
import packageJson from '../../package.json' with { type: 'json' };

/** Texts by path from the project's root. */
export type Files = Readonly<Record<string, string>>;

/** An import of any kind: `to` is a path from the root, or a package. */
export type Edge = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

export type Project = { readonly files: Files; readonly edges: readonly Edge[] };

export const isCode = (path: string): boolean => /\.(tsx?|astro)$/.test(path);

/** Whether a path is a folder or package, or lies in one. */
export const isIn = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** All imports that start from a module or from what it runs; types are looked at, not followed. */
export function reach(
  { edges }: Project,
  root: string,
  counts = (edge: Edge) => !edge.typeOnly,
): Edge[] {
  const found: Edge[] = [];
  const modules = new Set([root]);
  for (const module of modules) {
    for (const edge of edges.filter((one) => one.from === module && counts(one))) {
      found.push(edge);
      if (!edge.typeOnly) modules.add(edge.to);
    }
  }
  return found;
}

/** The code in each file. An Astro page is two: what runs at build time, and its `?script`. */
export function modulesOf(files: Files): (readonly [path: string, code: string])[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.endsWith('.astro')) return isCode(path) ? [[path, text] as const] : [];
    const scripts = Array.from(
      text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs),
      ([, code]) => code,
    );
    const frontmatter = /^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '';
    return [[path, frontmatter] as const, [`${path}?script`, scripts.join('\n')] as const];
  });
}

/** Whether any node of a module's code passes a test. */
export function some(path: string, code: string, test: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean => test(node) || Boolean(ts.forEachChild(node, visit));
  const name = path.endsWith('.ts') ? 'module.ts' : 'module.tsx';
  return visit(ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true));
}

export function projectOf(files: Files): Project {
  const edges = modulesOf(files).flatMap(([from, code]) => {
    const found: Edge[] = [];
    some(from, code, (node) => {
      const { specifiers, typeOnly, glob } = importsOf(node);
      for (const specifier of specifiers) {
        const path = resolve(from, specifier);
        const targets = glob
          ? Object.keys(files).filter((one) => posix.matchesGlob(one, path))
          : [path];
        found.push(...targets.map((to) => ({ from, to, typeOnly })));
      }
      return false;
    });
    return found;
  });
  return { files, edges };
}

function importsOf(node: ts.Node) {
  let from: (ts.Node | undefined)[] = [];
  let typeOnly = false;
  let glob = false;
  if (ts.isImportDeclaration(node)) {
    from = [node.moduleSpecifier];
    typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  } else if (ts.isExportDeclaration(node)) {
    from = [node.moduleSpecifier];
    typeOnly = node.isTypeOnly;
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    from = [node.argument.literal];
    typeOnly = true;
  } else if (ts.isCallExpression(node)) {
    glob = node.expression.getText() === 'import.meta.glob';
    const [first] = node.arguments;
    if (glob) from = ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
    else if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      // An address of the built site names no file of the source.
      from = node.getText().includes('@vite-ignore') ? [] : [first];
    }
  }
  const specifiers = from.flatMap((one) => {
    if (!one) return [];
    return ts.isStringLiteralLike(one) ? [one.text] : [`./${one.getText()}`];
  });
  return { specifiers, typeOnly, glob };
}

function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\?\w+$/, '');
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path);
  for (const [alias, target] of Object.entries(packageJson.imports)) {
    const [start, end] = alias.split('*');
    if (end === undefined ? path === alias : path.startsWith(start)) {
      return posix.normalize(target.replace('*', path.slice(start.length)));
    }
  }
  return path.replace(/^\//, '');
}
