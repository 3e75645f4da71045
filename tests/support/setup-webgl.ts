import { beforeAll } from 'vitest';
import { startBackend } from '#engine/backends.ts';

beforeAll(async () => {
  await startBackend('webgl');
});
