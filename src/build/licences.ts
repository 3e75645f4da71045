import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Of the whole site, beside its pages. */
const FILE = 'licences.md';

/**
 * Writes down which packages the scripts of the site are made of, and under which licences: those
 * of the pages, and those of the worker, which Vite bundles before them with plugins of its own.
 */
export function licences(): { readonly ofPages: Plugin; readonly ofWorker: Plugin } {
  const folders = new Set<string>();
  const collect = (moduleIds: readonly string[]): void => {
    for (const id of moduleIds) {
      const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, ''))?.[1];
      if (folder) folders.add(folder);
    }
  };
  const ofWorker: Plugin = {
    name: 'licences-of-worker',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') collect(output.moduleIds);
      }
    },
  };
  const ofPages: Plugin = {
    name: 'licences',
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return;
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') collect(output.moduleIds);
      }
      const source = ['# Licences', ...[...folders].map(licenceOf).sort()].join('\n\n');
      this.emitFile({ type: 'asset', fileName: FILE, source: `${source}\n` });
    },
  };
  return { ofPages, ofWorker };
}

/** A package's name, version and licence, and the text of the licence where the package has it. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  ) as Readonly<Record<'name' | 'version' | 'license', string>>;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const heading = `## ${name} ${version} (${license})`;
  return file ? `${heading}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}` : heading;
}
