import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TestProject } from 'vitest/node';
import type { ConformanceCase } from './conformance-case.ts';

const folder = new URL('../../../shared/conformance/', import.meta.url);
const files = ['peer_webnn_cases.json.gz', 'peer_onnx_tf_cases.json.gz'];

/** Hands the cases that others wrote to the tests, in Node and in the browser; none where they are absent. */
export default function provideConformance(project: TestProject): void {
  const present = files.map((name) => new URL(name, folder)).filter((file) => existsSync(file));
  const cases = present.flatMap((file) => {
    const { cases } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
      cases: ConformanceCase[];
    };
    return cases;
  });
  project.provide('conformance', cases);
}

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merges with Vitest's own
  interface ProvidedContext {
    conformance: ConformanceCase[];
  }
}
