import { OrthographicCamera, Scene, Vector3, WebGLRenderer, type Object3D } from 'three';
import type { Projection } from './projection.ts';

/** What a figure shows, as the graphics processor draws it. */
export type Body = {
  readonly mesh: Object3D;
  /** Everything lies within this distance of the middle of the picture. */
  readonly radius: number;
  dispose(): void;
};

/** One 3-D figure on a page. Its picture stays on its canvas when it is released. */
export type StageView = {
  /** Draws at once. False if this machine draws no WebGL. */
  draw(projection: Projection, pixelRatio: number): boolean;
  release(): void;
};

/** A graphics context that is lost this often is not asked for again. */
const MOST_LOSSES = 8;

/**
 * The one renderer of a page. It draws each figure off the page and copies the picture to the
 * figure's own canvas, so that any number of figures need one graphics context.
 */
class Stage {
  private renderer: WebGLRenderer | undefined;
  private losses = 0;
  private readonly redraw = new Set<() => void>();

  /** @param body is disposed of when the figure is released */
  mount(canvas: HTMLCanvasElement, body: Body): StageView {
    const scene = new Scene();
    const camera = new OrthographicCamera();
    camera.matrixAutoUpdate = false;
    scene.add(body.mesh);
    let again: () => void = () => undefined;

    const draw = (projection: Projection, pixelRatio: number): boolean => {
      const renderer = this.present();
      if (!renderer) return false;
      aim(camera, projection, body.radius);
      const width = Math.max(1, Math.round(projection.size.width * pixelRatio));
      const height = Math.max(1, Math.round(projection.size.height * pixelRatio));
      renderer.setSize(width, height, false);
      renderer.render(scene, camera);
      if (canvas.width !== width || canvas.height !== height)
        Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d');
      context?.clearRect(0, 0, width, height);
      context?.drawImage(renderer.domElement, 0, 0);
      this.redraw.delete(again);
      again = () => draw(projection, pixelRatio);
      this.redraw.add(again);
      return true;
    };

    return {
      draw,
      release: () => {
        this.redraw.delete(again);
        body.dispose();
        if (this.redraw.size === 0) this.close();
      },
    };
  }

  /** The renderer, made where there is none: at first, and after its context was lost. */
  private present(): WebGLRenderer | undefined {
    if (this.renderer || this.losses > MOST_LOSSES) return this.renderer;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2', { antialias: true });
    if (!context) return undefined;
    const renderer = new WebGLRenderer({ canvas, context });
    canvas.addEventListener('webglcontextlost', (event) => this.startAnew(event, renderer), true);
    this.renderer = renderer;
    return renderer;
  }

  /** A lost context may never come back: another one takes its place at once. */
  private startAnew(event: Event, lost: WebGLRenderer): void {
    event.stopImmediatePropagation();
    if (this.renderer !== lost) return;
    this.losses++;
    this.renderer = undefined;
    lost.dispose();
    for (const draw of [...this.redraw]) draw();
  }

  /** No figure is left: the context is given back. */
  private close(): void {
    const { renderer } = this;
    this.renderer = undefined;
    renderer?.dispose();
    renderer?.forceContextLoss();
  }
}

function aim(camera: OrthographicCamera, projection: Projection, radius: number): void {
  const { right, up, eye, centre, scale, size } = projection;
  camera.left = -size.width / 2 / scale;
  camera.right = -camera.left;
  camera.top = size.height / 2 / scale;
  camera.bottom = -camera.top;
  camera.near = 0.1;
  camera.far = 2 * radius + 0.2;
  camera.updateProjectionMatrix();
  const eyeVector = new Vector3(...eye);
  camera.matrix.makeBasis(new Vector3(...right), new Vector3(...up), eyeVector);
  camera.matrix.setPosition(new Vector3(...centre).addScaledVector(eyeVector, radius + 0.1));
  camera.matrixWorldNeedsUpdate = true;
}

export const stage = new Stage();
