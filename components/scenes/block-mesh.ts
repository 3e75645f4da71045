import {
  BoxGeometry,
  DataTexture,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  NearestFilter,
  RawShaderMaterial,
  Vector3,
} from 'three';
import { boundsOf, type Block } from './block.ts';
import type { Palette, Rgb } from './palette.ts';
import { fragmentShader, vertexShader } from './block-shader.ts';
import type { Body } from './stage.ts';

/** Texels in a row of the texture that holds the cells' colours. */
const WIDTH = 1024;

/**
 * Draws blocks of cells, each block one instance of a box: its cells and their hairlines are made in
 * the shader, out of a texture with a texel for every cell. So a scene of 16,384 cells is a few dozen
 * boxes to the graphics processor.
 */
export class BlockMesh implements Body {
  radius = 1;
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  private texture = new DataTexture(new Uint8Array(WIDTH * 4), WIDTH, 1);

  constructor() {
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: {
        colours: { value: this.texture },
        paper: { value: new Vector3() },
      },
    });
    this.mesh = new Mesh(new InstancedBufferGeometry(), material);
    this.mesh.frustumCulled = false;
  }

  setBlocks(blocks: readonly Block[], palette: Palette): void {
    const { low, high } = boundsOf(blocks);
    this.radius = Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2 + 1;
    const box = new BoxGeometry(1, 1, 1).translate(0.5, 0.5, 0.5);
    const geometry = new InstancedBufferGeometry();
    geometry.index = box.index;
    geometry.setAttribute('position', box.getAttribute('position'));
    geometry.setAttribute('normal', box.getAttribute('normal'));
    const attribute = (name: string, size: number, of: (block: Block) => readonly number[]) => {
      const values = Float32Array.from(blocks.flatMap((block) => [...of(block)]));
      geometry.setAttribute(name, new InstancedBufferAttribute(values, size));
    };
    const outline = ({ hue }: Block): Rgb => (hue === undefined ? palette.ink : palette.hues[hue]);
    attribute('low', 3, ({ low }) => low);
    attribute('cells', 3, ({ cells }) => cells);
    attribute('cell', 1, ({ cell = 1 }) => [cell]);
    attribute('first', 1, ({ first }) => [first]);
    attribute('steps', 3, ({ steps }) => steps);
    attribute('outline', 4, (block) => [
      ...outline(block).map((part) => part / 255),
      block.hue === undefined ? 0 : 1,
    ]);
    geometry.instanceCount = blocks.length;
    this.mesh.geometry.dispose();
    this.mesh.geometry = geometry;
    const { uniforms } = this.mesh.material;
    (uniforms.paper.value as Vector3).fromArray(palette.paper.map((part) => part / 255));
  }

  /** @param colours red, green, blue and opacity of every value of the scene, 0 … 255 */
  setColours(colours: Uint8Array): void {
    const rows = Math.max(1, Math.ceil(colours.length / (WIDTH * 4)));
    if (this.texture.image.height !== rows) {
      this.texture.dispose();
      this.texture = new DataTexture(new Uint8Array(rows * WIDTH * 4), WIDTH, rows);
      this.texture.magFilter = NearestFilter;
      this.texture.minFilter = NearestFilter;
      this.mesh.material.uniforms.colours.value = this.texture;
    }
    (this.texture.image.data as Uint8Array).set(colours);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }
}
