/** KaTeX renders while the site is built, for eyes and, as MathML, for ears. */
export const katexOptions = {
  output: 'htmlAndMathml',
  // \htmlData is the one thing here that LaTeX does not have. Where KaTeX throws, rehype-katex goes on
  // without strictness, so tests/chapters.test.ts renders every formula with these options as well.
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  // \htmlData{light=figure:part}{x} ties a symbol to a part of a figure; nothing else is trusted.
  trust: ({ command }: { readonly command: string }) => command === '\\htmlData',
} as const;
