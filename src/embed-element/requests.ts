/** Version of the protocol, which src/widget-kit/embed-protocol.ts speaks at the other end. */
export const PROTOCOL = 1;

export const methods = [
  'getState',
  'setState',
  'getResult',
  'run',
  'play',
  'pause',
  'step',
  'reset',
  'present',
  'snapshot',
] as const;

export type Method = (typeof methods)[number];

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };

/** Requests that one frame has not answered yet. */
export class Requests {
  static #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  get size(): number {
    return this.#waiting.size;
  }

  /** @param send hands a message over as soon as the figure can hear it */
  ask(send: (message: object) => void, method: string, params?: object): Promise<unknown> {
    const id = ++Requests.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      send({ seikika: PROTOCOL, id, method, params });
    });
  }

  take({ id, result, error }: { id: number; result?: unknown; error?: string }): void {
    const request = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) request?.resolve(result);
    else request?.reject(new Error(error));
  }

  reject(message: string): void {
    this.#waiting.forEach(({ reject }) => reject(new Error(message)));
    this.#waiting.clear();
  }
}
