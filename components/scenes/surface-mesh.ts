import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  GLSL3,
  Mesh,
  RawShaderMaterial,
  Vector3,
} from 'three';
import type { NdArray } from '#nd/nd-array.ts';
import type { Palette, Rgb } from './palette.ts';
import type { Body } from './stage.ts';
import { box, inBox, type SurfaceContent } from './surface.ts';
import { fragmentShader, vertexShader } from './surface-shader.ts';

/** What rises higher than this many boxes is cut off all the same. */
const HIGHEST = 1e4;

const vectorOf = (colour: Rgb): Vector3 => new Vector3(...colour.map((part) => part / 255));

/** A surface as triangles between neighbouring places; colours, level lines and the cut are made in the shader. */
export class SurfaceMesh implements Body {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial>;
  readonly radius = Math.hypot(2, 2, box.high[1]) / 2 + 0.1;

  constructor() {
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      side: DoubleSide,
      uniforms: {
        ramp: { value: [] },
        ink: { value: new Vector3() },
        paper: { value: new Vector3() },
        top: { value: box.high[1] },
        interval: { value: 1 },
      },
    });
    this.mesh = new Mesh(new BufferGeometry(), material);
    this.mesh.frustumCulled = false;
  }

  fill({ heights, interval }: SurfaceContent, palette: Palette): void {
    const [rows, columns] = heights.shape;
    const attribute = (size: number, of: (row: number, column: number) => readonly number[]) => {
      const values = Array.from(heights.data, (_, at) =>
        of(Math.floor(at / columns), at % columns),
      );
      return new BufferAttribute(Float32Array.from(values.flat()), size);
    };
    const heightOf = (row: number, column: number): number =>
      Math.min(heights.data[row * columns + column], HIGHEST);
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      attribute(3, (row, column) =>
        inBox([column / (columns - 1), heightOf(row, column) || 0, row / (rows - 1)]),
      ),
    );
    geometry.setAttribute(
      'grid',
      attribute(2, (row, column) => [column, row]),
    );
    geometry.setIndex(triangles(heights));
    geometry.computeVertexNormals();
    this.mesh.geometry.dispose();
    this.mesh.geometry = geometry;
    const { uniforms } = this.mesh.material;
    uniforms.ramp.value = palette.unsigned.map(vectorOf);
    uniforms.ink.value = vectorOf(palette.ink);
    uniforms.paper.value = vectorOf(palette.paper);
    uniforms.interval.value = interval;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** Two triangles between every four neighbouring places that there are. */
function triangles({ shape: [rows, columns], data }: NdArray): number[] {
  const indices: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = row * columns + column;
      const [b, c, d] = [a + 1, a + columns, a + columns + 1];
      if ([a, b, c, d].some((at) => Number.isNaN(data[at]))) continue;
      indices.push(a, c, b, b, c, d);
    }
  }
  return indices;
}
