import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import { keepProgramsApart } from './distinct-programs.ts';
import { openWebGlContext, type OpenedContext } from './webgl-context.ts';

/** Prepares the WebGL backend so that every kernel really runs on it. */
export function prepareWebGl(): OpenedContext {
  const context = openWebGlContext();
  // Without these, TensorFlow.js computes small tensors in JavaScript and still says "webgl", and
  // compiles every kernel anew for every shape.
  tf.env().set('WEBGL_CPU_FORWARD', false);
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  keepProgramsApart();
  return context;
}

/** Width of the floats that shaders write. */
export function webGlFloatBits(): 16 | 32 {
  return tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 32 : 16;
}
