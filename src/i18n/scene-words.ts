/** Words of the params in widget-kit/scene-params.ts, and of the bar that sets them. */
export const sceneWords = {
  en: {
    'param.view': 'view',
    'view.solid': '3-D',
    'view.flat': 'flat',
    'param.yaw': 'turn',
    'param.pitch': 'height',
    'param.zoom': 'zoom',
  },
  ja: {
    'param.view': '表示',
    'view.solid': '立体',
    'view.flat': '平面',
    'param.yaw': '向き',
    'param.pitch': '高さ',
    'param.zoom': '拡大',
  },
} as const;
