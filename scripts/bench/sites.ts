import { spawn, type ChildProcess } from 'node:child_process';

const isThere = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

/** Serves the built site. */
export async function serve(port: number): Promise<ChildProcess> {
  const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)], {
    stdio: 'ignore',
  });
  const address = `http://localhost:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    if (await isThere(address)) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`Nothing answers at ${address}`);
}

/** A chapter and figures of this site, wherever it is served; any other address is measured as a page. */
export type Site = { readonly name: string; readonly page: string; readonly ours?: Ours };

export type Ours = {
  readonly figure: string;
  readonly scene: string;
  readonly cubes: string;
  readonly curves: string;
  /** A chapter whose first figure is flat, and a later one solid. */
  readonly pageWithScenes: string;
};

export async function siteAt(address: string): Promise<Site> {
  const { host } = new URL(address);
  const at = (path: string): string => new URL(path, new URL('./', address)).href;
  const figure = at('en/embed/conv-filter/');
  if (!(await isThere(figure))) return { name: host, page: address };
  const ours: Ours = {
    figure,
    scene: at('en/embed/minibatch-conv/'),
    cubes: at('en/embed/norm-cubes/'),
    curves: at('en/embed/variance-curves/'),
    pageWithScenes: at('en/channels/'),
  };
  return { name: host, page: at('en/filtering/'), ours };
}
