/** KaTeX renders while the site is built, for eyes and, as MathML, for ears. */
export const katexOptions = {
  output: 'htmlAndMathml',
  strict: 'error',
  // \htmlData{light=figure:part}{x} ties a symbol to a part of a figure; nothing else is trusted.
  trust: ({ command }: { readonly command: string }) => command === '\\htmlData',
} as const;
