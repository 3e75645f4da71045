import { OrthographicCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { Block } from './block.ts';
import { boundsOf } from './block.ts';
import { BlockMesh } from './block-mesh.ts';
import type { Palette } from './palette.ts';
import type { Projection } from './projection.ts';

/** One 3-D figure on a page. Its picture stays on its canvas when it is released. */
export type StageView = {
  setBlocks(blocks: readonly Block[], palette: Palette): void;
  /** @param colours red, green, blue and opacity of every value of the scene, 0 … 255 */
  setColours(colours: Uint8Array): void;
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

  mount(canvas: HTMLCanvasElement): StageView {
    const scene = new Scene();
    const blocks = new BlockMesh();
    const camera = new OrthographicCamera();
    camera.matrixAutoUpdate = false;
    scene.add(blocks.mesh);
    let radius = 1;
    let again: () => void = () => undefined;

    const draw = (projection: Projection, pixelRatio: number): boolean => {
      const renderer = this.present();
      if (!renderer) return false;
      aim(camera, projection, radius);
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
      setBlocks(given, palette) {
        const { low, high } = boundsOf(given);
        radius = Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2 + 1;
        blocks.setBlocks(given, palette);
      },
      setColours: (colours) => blocks.setColours(colours),
      draw,
      release: () => {
        this.redraw.delete(again);
        blocks.dispose();
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
