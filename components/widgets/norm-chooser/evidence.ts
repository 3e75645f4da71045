import type { Architecture, NormName, Task } from './norms.ts';

/** Where a rule's number stands, by its key in content/references.bib; the figure prints and links the rest. */
export const sources = {
  he2016resnet: { by: 'He et al.', year: 2016, link: 'arxiv.org/abs/1512.03385' },
  ba2016ln: { by: 'Ba et al.', year: 2016, link: 'arxiv.org/abs/1607.06450' },
  ulyanov2016in: { by: 'Ulyanov et al.', year: 2016, link: 'arxiv.org/abs/1607.08022' },
  vaswani2017attention: { by: 'Vaswani et al.', year: 2017, link: 'arxiv.org/abs/1706.03762' },
  cooijmans2017rbn: { by: 'Cooijmans et al.', year: 2017, link: 'arxiv.org/abs/1603.09025' },
  wu2018gn: { by: 'Wu & He', year: 2018, link: 'arxiv.org/abs/1803.08494' },
  karras2019stylegan: { by: 'Karras et al.', year: 2019, link: 'arxiv.org/abs/1812.04948' },
  wightman2019timm: {
    by: 'Wightman',
    year: 2019,
    link: 'github.com/huggingface/pytorch-image-models',
  },
  zhang2019rmsnorm: { by: 'Zhang & Sennrich', year: 2019, link: 'arxiv.org/abs/1910.07467' },
  karras2020stylegan2: { by: 'Karras et al.', year: 2020, link: 'arxiv.org/abs/1912.04958' },
  shen2020powernorm: { by: 'Shen et al.', year: 2020, link: 'arxiv.org/abs/2003.07845' },
  brock2021nfresnet: { by: 'Brock et al.', year: 2021, link: 'arxiv.org/abs/2101.08692' },
  brock2021nfnet: { by: 'Brock et al.', year: 2021, link: 'arxiv.org/abs/2102.06171' },
  dosovitskiy2021vit: { by: 'Dosovitskiy et al.', year: 2021, link: 'arxiv.org/abs/2010.11929' },
  liu2022convnext: { by: 'Liu et al.', year: 2022, link: 'arxiv.org/abs/2201.03545' },
  touvron2023llama: { by: 'Touvron et al.', year: 2023, link: 'arxiv.org/abs/2302.13971' },
  zhu2025dyt: { by: 'Zhu et al.', year: 2025, link: 'arxiv.org/abs/2503.10622' },
} as const;

export type Source = keyof typeof sources;

/** What has to be so for a rule to speak; what is left out may be anything. */
export type Condition = {
  readonly task?: readonly Task[];
  readonly architecture?: readonly Architecture[];
  /** Least and most images on a device. */
  readonly batch?: readonly [number, number];
  /** Least and most cells of a map: H · W. */
  readonly cells?: readonly [number, number];
  /** Least and most values that a channel's mean over the batch would be taken over. */
  readonly values?: readonly [number, number];
};

export type Rule = {
  readonly norm: NormName;
  /** ±3 measured in such a case, ±2 what such networks have or their authors say, ±1 an argument. */
  readonly points: -3 | -2 | -1 | 1 | 2 | 3;
  readonly when: Condition;
  /** Where it is from; absent where the figure's own tensor shows it. */
  readonly source?: Source;
};

const MOST = Infinity;
const maps = ['resnet', 'convnext'] as const;
const seeing = ['classify', 'detect'] as const;

/** The advice of 2026: all there is to it. The words of a rule are `rule.NAME` of the strings. */
export const rules = {
  bnResnet: {
    norm: 'batch',
    points: 2,
    when: { architecture: ['resnet'] },
    source: 'he2016resnet',
  },
  bnAhead: {
    norm: 'batch',
    points: 3,
    when: { task: ['classify'], architecture: ['resnet'], batch: [16, MOST] },
    source: 'wightman2019timm',
  },
  bnFew: {
    norm: 'batch',
    points: -2,
    when: { task: seeing, architecture: ['resnet'], batch: [3, 8] },
    source: 'brock2021nfresnet',
  },
  bnTwo: {
    norm: 'batch',
    points: -3,
    when: { task: seeing, architecture: ['resnet'], batch: [1, 2] },
    source: 'wu2018gn',
  },
  bnCoco: {
    norm: 'batch',
    points: -2,
    when: { task: ['detect'], architecture: ['resnet'] },
    source: 'wu2018gn',
  },
  bnContrast: {
    norm: 'batch',
    points: -2,
    when: { task: ['generate'], architecture: maps },
    source: 'ulyanov2016in',
  },
  bnLanguage: {
    norm: 'batch',
    points: -3,
    when: { task: ['language'] },
    source: 'shen2020powernorm',
  },
  bnRecurrent: {
    norm: 'batch',
    points: -1,
    when: { architecture: ['recurrent'] },
    source: 'cooijmans2017rbn',
  },
  bnOneValue: { norm: 'batch', points: -3, when: { values: [1, 1] } },
  lnTransformer: {
    norm: 'layer',
    points: 2,
    when: { architecture: ['transformer'] },
    source: 'vaswani2017attention',
  },
  lnVision: {
    norm: 'layer',
    points: 2,
    when: { task: seeing, architecture: ['transformer'] },
    source: 'dosovitskiy2021vit',
  },
  lnRecurrent: {
    norm: 'layer',
    points: 3,
    when: { architecture: ['recurrent'] },
    source: 'ba2016ln',
  },
  lnConvnext: {
    norm: 'layer',
    points: 2,
    when: { architecture: ['convnext'] },
    source: 'liu2022convnext',
  },
  lnResnet: {
    norm: 'layer',
    points: -2,
    when: { task: seeing, architecture: ['resnet'] },
    source: 'wu2018gn',
  },
  rmsFaster: {
    norm: 'rms',
    points: 2,
    when: { architecture: ['transformer', 'recurrent'] },
    source: 'zhang2019rmsnorm',
  },
  rmsLanguage: {
    norm: 'rms',
    points: 2,
    when: { task: ['language'], architecture: ['transformer'] },
    source: 'touvron2023llama',
  },
  inStyle: {
    norm: 'instance',
    points: 2,
    when: { task: ['generate'], architecture: maps },
    source: 'ulyanov2016in',
  },
  inAdaptive: {
    norm: 'instance',
    points: 2,
    when: { task: ['generate'], architecture: maps },
    source: 'karras2019stylegan',
  },
  inDroplets: {
    norm: 'instance',
    points: -1,
    when: { task: ['generate'], architecture: maps },
    source: 'karras2020stylegan2',
  },
  inResnet: {
    norm: 'instance',
    points: -2,
    when: { task: seeing, architecture: ['resnet'] },
    source: 'wu2018gn',
  },
  inOneCell: { norm: 'instance', points: -3, when: { cells: [1, 1] } },
  gnTwo: {
    norm: 'group',
    points: 3,
    when: { task: seeing, architecture: ['resnet'], batch: [1, 2] },
    source: 'wu2018gn',
  },
  gnStable: {
    norm: 'group',
    points: 1,
    when: { task: seeing, architecture: ['resnet'] },
    source: 'wu2018gn',
  },
  gnCoco: {
    norm: 'group',
    points: 3,
    when: { task: ['detect'], architecture: ['resnet'] },
    source: 'wu2018gn',
  },
  gnBehind: {
    norm: 'group',
    points: -1,
    when: { task: ['classify'], architecture: ['resnet'], batch: [16, MOST] },
    source: 'wightman2019timm',
  },
  nfEqual: {
    norm: 'none',
    points: 3,
    when: { task: ['classify'], architecture: ['resnet'], batch: [16, MOST] },
    source: 'brock2021nfnet',
  },
  nfFew: {
    norm: 'none',
    points: 2,
    when: { task: ['classify'], architecture: ['resnet'], batch: [3, 8] },
    source: 'brock2021nfresnet',
  },
  nfCost: {
    norm: 'none',
    points: -1,
    when: { architecture: maps },
    source: 'brock2021nfnet',
  },
  nfStyle: {
    norm: 'none',
    points: 2,
    when: { task: ['generate'], architecture: maps },
    source: 'karras2020stylegan2',
  },
  nfTanh: {
    norm: 'none',
    points: 1,
    when: { architecture: ['transformer'] },
    source: 'zhu2025dyt',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
