/** The choices, in the order of the course: how they rank where no rule tells them apart. */
export const norms = ['batch', 'layer', 'rms', 'instance', 'group', 'none'] as const;

export type NormName = (typeof norms)[number];

export const tasks = ['classify', 'detect', 'generate', 'language'] as const;

export type Task = (typeof tasks)[number];

export const architectures = ['resnet', 'convnext', 'transformer', 'recurrent'] as const;

export type Architecture = (typeof architectures)[number];

/** Whether a layer norm of this architecture takes one place at a time, over its channels alone. */
export const isPerPlace = (architecture: Architecture): boolean => architecture !== 'resnet';
