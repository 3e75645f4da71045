type Said = { readonly playground: number; readonly kind: string; readonly text: string };

/** Runs in the frame, before the reader's page: hands on what it says and what goes wrong in it. */
function eavesdrop(run: number): void {
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value);
    const plain = (_: string, part: unknown): unknown =>
      ArrayBuffer.isView(part) ? Array.from(part as Float32Array) : part;
    return JSON.stringify(value, plain) ?? String(value);
  };
  const tell = (kind: string, values: readonly unknown[]): void =>
    parent.postMessage({ playground: run, kind, text: values.map(show).join(' ') }, '*');
  for (const kind of ['log', 'info', 'warn', 'error'])
    Object.assign(console, { [kind]: (...values: unknown[]) => tell(kind, values) });
  addEventListener('error', ({ message }) => tell('error', [message]));
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    tell('error', [event.reason]);
  });
}

function startPlayground(root: HTMLElement): void {
  const examples = JSON.parse(
    root.querySelector('script[type="application/json"]')?.textContent ?? '{}',
  ) as Record<string, string>;
  const code = root.querySelector('textarea') as HTMLTextAreaElement;
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  const log = root.querySelector('[role="log"]') as HTMLElement;
  const buttons = root.querySelectorAll<HTMLButtonElement>('[data-example]');
  let runs = 0;

  function run(): void {
    runs++;
    log.replaceChildren();
    const { colorScheme } = getComputedStyle(document.documentElement);
    frame.srcdoc = `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8">
<style>:root { color-scheme: ${colorScheme}; font: 15px/1.5 system-ui }</style>
<script>(${eavesdrop.toString()})(${runs})</script><body>${code.value}`;
  }

  function choose(name: string): void {
    // With a whole address it works wherever it is pasted.
    code.value = examples[name].replace('src="/', `src="${location.origin}/`);
    buttons.forEach((button) => {
      button.ariaPressed = String(button.dataset.example === name);
    });
    run();
  }

  addEventListener('message', ({ source, data }: MessageEvent<Said | undefined>) => {
    if (source !== frame.contentWindow || data?.playground !== runs) return;
    const line = document.createElement('p');
    line.dataset.kind = data.kind;
    line.textContent = data.text;
    log.append(line);
    log.scrollTop = log.scrollHeight;
  });
  buttons.forEach((button) => {
    button.addEventListener('click', () => choose(button.dataset.example ?? ''));
  });
  root.querySelector('[data-run]')?.addEventListener('click', run);
  code.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
  // A figure's page is a heavy guest: it comes when somebody is here to see it.
  const seen = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    if (runs === 0) choose('set');
  });
  seen.observe(frame);
}

const root = document.querySelector<HTMLElement>('[data-playground]');
if (root) startPlayground(root);
