/** Numbers in a sample: from each size to the next four times as many, so that error bars are halved. */
export const sizes = ['16', '64', '256', '1024', '4096', '16384', '65536'] as const;

export type Size = (typeof sizes)[number];
