import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';

export type OpenedContext = {
  readonly drawnBySoftware: boolean;
  /** Aborts when the browser takes the context away. */
  readonly lost: AbortSignal;
};

/**
 * Opens the WebGL 2 context that TensorFlow.js is to use. Its own default refuses contexts drawn by
 * software, and leaves no way to hear of a lost one.
 * @throws Error if there is no WebGL 2 with 32- or 16-bit float targets
 */
export function openWebGlContext(): OpenedContext {
  const canvas =
    typeof OffscreenCanvas === 'undefined'
      ? document.createElement('canvas')
      : new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    premultipliedAlpha: false,
    stencil: false,
  }) as WebGL2RenderingContext | null;
  if (!gl) throw new Error('This browser has no WebGL 2');
  setWebGLContext(2, gl);
  const life = new AbortController();
  canvas.addEventListener('webglcontextlost', () => life.abort(), { once: true });
  return {
    drawnBySoftware: /swiftshader|llvmpipe|softpipe|software|basic render/i.test(rendererName(gl)),
    lost: life.signal,
  };
}

function rendererName(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
