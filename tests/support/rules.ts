import { posix } from 'node:path';
import ts from 'typescript';
import {
  isCode,
  isIn,
  modulesOf,
  reach,
  some,
  type Edge,
  type Files,
  type Project,
} from './project.ts';

/** Lines that a source may have, and from which on a warning names it. */
export const LONGEST = 400;
export const LONG = 250;

const isTest = (path: string): boolean => /^tests\/|\.test\.tsx?$/.test(path);
const widgetOf = (path: string): string | undefined =>
  /^components\/widgets\/\w[^/]*/.exec(path)?.[0];
const isOwn = ({ from, to }: Edge): boolean => widgetOf(from) === widgetOf(to);

/** The course's rules on who may import whom, and on sources. Each gives what breaks it. */
export const rules: Readonly<Record<string, (project: Project) => readonly string[]>> = {
  'every import names a file that is there': ({ files, edges }) =>
    named(edges, ({ to }) => {
      if (to.startsWith('#')) return true;
      const ours = isIn(to, 'src', 'components', 'scripts', 'tests');
      return ours && (isCode(to) || posix.extname(to) === '') && !(to in files);
    }),

  'a model knows no DOM, no Preact, no words and no tensors': (project) =>
    modulesNamed(project, 'model.ts').flatMap((model) => {
      const known = /^(@preact\/signals-core$|d3-|src\/(nd|lab)\/|src\/widget-kit\/[\w-]+\.ts$)/;
      const seen = reach(project, model, (edge) => edge.from === model || !edge.typeOnly);
      return named(seen, (edge) => {
        if (!isOwn(edge)) return widgetOf(edge.to) !== undefined || !known.test(edge.to);
        if (edge.to.endsWith('/compute.ts')) return !edge.typeOnly;
        return /\/(strings|widget)\.ts$|\.(tsx|css|astro)$/.test(edge.to);
      });
    }),

  'compute knows tensors, arrays and the types of its params': (project) =>
    modulesNamed(project, 'compute.ts').flatMap((compute) =>
      named(
        reach(project, compute, ({ from }) => widgetOf(from) === widgetOf(compute)),
        (edge) =>
          isOwn(edge)
            ? /\/(model|strings|widget|code)\.ts$|\.(tsx|css|astro)$/.test(edge.to)
            : !isIn(edge.to, 'src/tensor', 'src/lab', 'src/nd'),
      ),
    ),

  'a view knows charts, scenes, controls and the kit': ({ edges }) =>
    named(
      edges.filter(({ from }) => widgetOf(from) && from.endsWith('.tsx') && !isTest(from)),
      (edge) => {
        const parts = ['charts', 'scenes', 'controls'].map((part) => `components/${part}`);
        const known = [...parts, 'src/widget-kit', 'src/i18n', 'src/lab', 'src/nd'];
        if (isOwn(edge))
          return /\/widget\.ts$/.test(edge.to) && !isIsland(edge.from) && !edge.typeOnly;
        return isIn(edge.to, 'src', 'components') && !isIn(edge.to, ...known);
      },
    ),

  'no widget imports another': ({ edges }) =>
    named(edges, (edge) => Boolean(widgetOf(edge.from) && widgetOf(edge.to)) && !isOwn(edge)),

  'only src/tensor, src/engine and what measures them import TensorFlow.js': ({ edges }) =>
    named(edges, ({ from, to }) => {
      return (
        isIn(to, '@tensorflow') &&
        !isIn(from, 'src/tensor', 'src/engine', 'scripts/bench') &&
        !isTest(from)
      );
    }),

  'only components/scenes imports three': ({ edges }) =>
    named(edges, ({ from, to }) => isIn(to, 'three') && !isIn(from, 'components/scenes')),

  'nobody imports d3-selection or d3-transition': ({ edges }) =>
    named(edges, ({ to }) => isIn(to, 'd3-selection', 'd3-transition', 'd3')),

  'nothing on the main thread reaches TensorFlow.js': (project) => {
    const starts = project.edges.map(({ from }) => from).filter((path) => !isTest(path));
    const roots = starts.filter(
      (path) => isIsland(path) || isIn(path, 'src/scripts') || path.endsWith('.astro?script'),
    );
    return [...new Set(roots)].flatMap((root) =>
      named(reach(project, root), ({ to }) => isIn(to, '@tensorflow', 'src/tensor')).map(
        (edge) => `${root} reaches ${edge}`,
      ),
    );
  },

  'src/nd stands alone, src/tensor on src/nd and TensorFlow.js, src/lab on both': ({ edges }) =>
    named(edges, ({ from, to }) => {
      if (isTest(from)) return false;
      if (isIn(from, 'src/nd')) return !isIn(to, 'src/nd');
      if (isIn(from, 'src/lab')) return !isIn(to, 'src/lab', 'src/tensor', 'src/nd');
      return isIn(from, 'src/tensor') && !isIn(to, 'src/tensor', 'src/nd', '@tensorflow');
    }),

  'charts know no controls and no widgets': ({ edges }) =>
    named(edges, ({ from, to }) => {
      return (
        isIn(from, 'components/charts') && isIn(to, 'components/controls', 'components/widgets')
      );
    }),

  'every operation of src/tensor is tested beside it': ({ files }) => {
    const exported = (files['src/tensor/index.ts'] ?? '').matchAll(
      /^export \{([^}]*)\} from '\.\/([\w-]+)\.ts'/gm,
    );
    return Array.from(exported).flatMap(([, list, file]) => {
      // A family has its test in common: avg-pool2d and max-pool2d.
      const tests = [file, file.replace(/^[a-z]+-/, '')].map(
        (name) => `src/tensor/${name}.test.ts`,
      );
      const test = tests.map((path) => files[path]).find((text) => text !== undefined) ?? '';
      const names = list.split(',').map((name) => name.trim());
      return (
        names
          .filter((name) => name !== '' && !name.startsWith('type '))
          // Once to import it, and once to use it.
          .filter((name) => test.split(new RegExp(`\\b${name}\\b`)).length < 3)
      );
    });
  },

  [`no source is longer than ${LONGEST} lines`]: ({ files }) => longerThan(files, LONGEST),

  'no source escapes its types by any': ({ files }) =>
    modulesOf(files)
      .filter(([path]) => isIn(path, 'src', 'components', 'scripts'))
      .filter(([path, code]) => some(path, code, (node) => node.kind === ts.SyntaxKind.AnyKeyword))
      .map(([path]) => path),

  'nothing comes from a CDN': ({ files }) =>
    Object.entries(files)
      .filter(([, text]) => /\b(unpkg|jsdelivr|cdnjs|googleapis|gstatic)\./.test(text))
      .map(([path]) => path),
};

const isIsland = (path: string): boolean => /^components\/widgets\/[^/]+\/island\.tsx$/.test(path);

function named(edges: readonly Edge[], broken: (edge: Edge) => boolean): string[] {
  return edges.filter(broken).map(({ from, to }) => `${from} → ${to}`);
}

function modulesNamed({ files }: Project, name: string): string[] {
  return Object.keys(files).filter((path) => widgetOf(path) && posix.basename(path) === name);
}

export function longerThan(files: Files, lines: number): string[] {
  return Object.entries(files)
    .filter(([path, text]) => isCode(path) && text.trimEnd().split('\n').length > lines)
    .map(([path]) => path);
}
