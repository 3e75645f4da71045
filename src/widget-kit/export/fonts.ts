const embedded = new Map<string, Promise<string>>();

/**
 * The fonts of the page that a drawing names, as a style that holds them: a picture has nothing but
 * itself to take them from. Fonts of the system need no such thing.
 */
export async function fontsIn(drawing: readonly string[]): Promise<string> {
  const named = facesOfPage().filter(({ family, italic }) =>
    drawing.some(
      (line) => line.includes(family) && (!italic || line.includes('font-style="italic"')),
    ),
  );
  if (named.length === 0) return '';
  const faces = await Promise.all(named.map(faceWithData));
  return `<style>${faces.join('')}</style>`;
}

type Face = { readonly family: string; readonly italic: boolean; readonly rule: CSSFontFaceRule };

function facesOfPage(): Face[] {
  return Array.from(document.styleSheets)
    .flatMap(rulesOf)
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map((rule) => ({
      family: rule.style.getPropertyValue('font-family').replaceAll(/["']/g, ''),
      italic: rule.style.getPropertyValue('font-style') === 'italic',
      rule,
    }));
}

/** Those of a stylesheet from elsewhere are not to be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return Array.from(sheet.cssRules);
  } catch {
    return [];
  }
}

/** A font that cannot be had is left out; the next of its family stands in for it. */
function faceWithData({ rule }: Face): Promise<string> {
  const [, address] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
  if (!address) return Promise.resolve('');
  const url = new URL(address, rule.parentStyleSheet?.href ?? location.href).href;
  const known = embedded.get(url) ?? dataOf(url).catch(() => '');
  embedded.set(url, known);
  return known.then((data) => data && rule.cssText.replace(/url\("?[^")]+"?\)/, `url(${data})`));
}

async function dataOf(url: string): Promise<string> {
  const answer = await fetch(url, { cache: 'force-cache' });
  if (!answer.ok) throw new Error(`no font at ${url}`);
  const file = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error(`no font at ${url}`));
    reader.readAsDataURL(file);
  });
}
