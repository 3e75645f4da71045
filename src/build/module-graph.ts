import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';

/**
 * Finds all modules that modules import, themselves included, by their addresses on the built site.
 * What they only import when needed is not followed.
 */
export function moduleGraph(folder: string, base: string) {
  const direct = new Map<string, Promise<string[]>>();

  async function read(url: string): Promise<string[]> {
    const text = await readFile(posix.join(folder, url.slice(base.length)), 'utf8');
    const names = text.matchAll(/\b(?:import|from)\s*["'](\.\/[^"']+)["']/g);
    return Array.from(names, (match) => posix.join(posix.dirname(url), match[1]));
  }

  return async function all(urls: ReadonlySet<string>): Promise<Set<string>> {
    const found = new Set(urls);
    for (const url of found) {
      const next = direct.get(url) ?? read(url);
      direct.set(url, next);
      for (const name of await next) found.add(name);
    }
    return found;
  };
}
