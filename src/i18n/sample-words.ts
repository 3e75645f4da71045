/** What the sample kernels are called (nd/sample-kernels.ts). */
export const kernelWords = {
  en: {
    'kernel.identity': 'identity',
    'kernel.blur': 'blur',
    'kernel.gaussian': 'Gaussian blur',
    'kernel.sharpen': 'sharpen',
    'kernel.sobelX': 'Sobel, left to right',
    'kernel.sobelY': 'Sobel, top to bottom',
    'kernel.laplacian': 'Laplacian',
    'kernel.emboss': 'emboss',
  },
  ja: {
    'kernel.identity': '恒等',
    'kernel.blur': 'ぼかし',
    'kernel.gaussian': 'ガウスぼかし',
    'kernel.sharpen': '鮮鋭化',
    'kernel.sobelX': 'ソーベル（左右）',
    'kernel.sobelY': 'ソーベル（上下）',
    'kernel.laplacian': 'ラプラシアン',
    'kernel.emboss': 'エンボス',
  },
} as const;

/** What the sample images are called (nd/sample-images.ts). */
export const imageWords = {
  en: {
    'image.disc': 'disc',
    'image.glyph': '正',
    'image.edge': 'edge',
    'image.stripes': 'stripes',
    'image.ramp': 'ramp',
    'image.dot': 'single cell',
    'image.window': 'window',
  },
  ja: {
    'image.disc': '円板',
    'image.glyph': '正',
    'image.edge': '縁',
    'image.stripes': '縞',
    'image.ramp': '濃淡',
    'image.dot': '1点',
    'image.window': '窓',
  },
} as const;
