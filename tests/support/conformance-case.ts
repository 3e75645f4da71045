import type { Stored } from './fixtures.ts';

/** One case of the conformance files; their README says what the attributes mean. */
export type ConformanceCase = {
  readonly name: string;
  readonly op: string;
  readonly layout: 'NCHW' | 'NHWC' | 'ANY' | string;
  readonly attributes: ConformanceAttributes;
  readonly inputs: readonly ({ readonly name: string } & Stored)[];
  readonly expected: readonly ({ readonly name: string } & Stored)[];
  readonly tolerance: { readonly rtol: number; readonly atol: Readonly<Record<string, number>> };
};

export type ConformanceAttributes = {
  readonly filter_layout: 'OIHW' | 'HWIO' | 'OHWI' | 'IHWO';
  readonly kernel: [number, number];
  readonly strides: [number, number];
  readonly dilations: [number, number];
  readonly groups: number;
  readonly pad: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly fused_activation: { readonly min: number | null; readonly max: number | null };
  readonly count_include_pad: boolean;
  readonly rounding: 'floor' | 'ceil';
  readonly alpha: number;
  readonly approximate: 'none' | 'tanh';
  readonly p: number;
  readonly mode: 'inference' | 'training';
  /** Where the channels are. */
  readonly axis: number;
  readonly axes: readonly number[];
  readonly epsilon: number;
  readonly momentum: number;
};
