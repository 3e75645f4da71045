import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useShown, useWidget } from '#kit/context.ts';
import { Menu } from '#kit/frame/menu.tsx';
import type { TensorParam } from '#kit/params.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { FileButton } from './file-button.tsx';
import { loadCamera, loadReader } from './late.ts';
import { readPastedMatrix } from './paste.ts';

export type ImageSourceProps = {
  /** The tensor param that the image goes to. */
  readonly name: string;
  /** Cells a side that a picture is resampled to. */
  readonly side: number;
  /** Whether red, green and blue are kept apart, as [3, side, side]. */
  readonly colour?: boolean;
  /** Images of one gesture, such as the frames of a camera, are undone together. */
  readonly onImage: (image: NdArray, gesture?: string) => void;
};

/** Where an image can come from: a file, chosen or dropped on the widget, pasted numbers, the camera. */
export function ImageSource({ name, side, colour = false, onImage }: ImageSourceProps) {
  const { widget, k } = useWidget();
  const param = widget.params[name] as TensorParam;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const problem = useSignal<string | undefined>(undefined);
  const stopCamera = useSignal<(() => void) | undefined>(undefined);
  const visible = useShown(name);
  const latest = useRef({ cells: { side, colour }, onImage });
  latest.current = { cells: { side, colour }, onImage };

  async function take(file: Blob | null | undefined): Promise<void> {
    if (!file) return;
    const { PictureError, readPicture } = await loadReader();
    try {
      const image = await readPicture(file, latest.current.cells);
      problem.value = undefined;
      latest.current.onImage(image);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      problem.value = k(error.reason);
    }
  }

  useEffect(() => {
    const target = root.current?.closest<HTMLElement>('[data-widget]');
    if (!target) return;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void take(file);
    };
    target.addEventListener('dragover', allow);
    target.addEventListener('drop', drop);
    return () => {
      target.removeEventListener('dragover', allow);
      target.removeEventListener('drop', drop);
      stopCamera.peek()?.();
    };
  }, []);

  function startCamera(): void {
    const gesture = `camera ${performance.now()}`;
    let stopped = false;
    let stop = (): void => undefined;
    problem.value = undefined;
    stopCamera.value = () => {
      stopped = true;
      stop();
      stopCamera.value = undefined;
    };
    void Promise.all([loadCamera(), loadReader()]).then(([{ openCamera }, { cellsOf }]) => {
      if (stopped) return;
      stop = openCamera(
        (video) => {
          const { cells, onImage } = latest.current;
          onImage(cellsOf(video, video.videoWidth, video.videoHeight, cells), gesture);
        },
        () => {
          stopCamera.value = undefined;
          problem.value = k('noCamera');
        },
      );
    });
  }

  if (!visible) return null;
  return (
    <div class="control" ref={root}>
      <Menu label={k('picture')}>
        {(close) => (
          <>
            <p>
              <span id={`${id}-about`}>{k('pictureFile')}</span>{' '}
              <FileButton
                label={k('chooseFile')}
                describedBy={`${id}-about`}
                accept="image/png,image/jpeg,image/webp,image/svg+xml"
                onFiles={([file]) => {
                  void take(file);
                  close();
                }}
              />
            </p>
            {!colour && (
              <PasteField
                id={`${id}-paste`}
                onPaste={(text) => {
                  const pasted = readPastedMatrix(text, param, k);
                  if (pasted.matrix) onImage(pasted.matrix);
                  return pasted.problem;
                }}
                onDone={close}
              />
            )}
          </>
        )}
      </Menu>
      <button
        type="button"
        aria-pressed={stopCamera.value !== undefined}
        onClick={() => {
          if (stopCamera.value) stopCamera.value();
          else startCamera();
        }}
      >
        {k(stopCamera.value ? 'cameraOff' : 'cameraOn')}
      </button>
      <span class="control-message" role="alert">
        {problem.value}
      </span>
    </div>
  );
}

type PasteFieldProps = {
  readonly id: string;
  /** Takes the text; returns what is wrong with it, if anything. */
  readonly onPaste: (text: string) => string | undefined;
  readonly onDone: () => void;
};

function PasteField({ id, onPaste, onDone }: PasteFieldProps) {
  const { k } = useWidget();
  const text = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  return (
    <>
      <label for={id}>{k('pasteMatrix')}</label>
      <textarea
        id={id}
        rows={4}
        class="paste-field"
        spellcheck={false}
        aria-invalid={problem.value !== undefined}
        aria-describedby={`${id}-message`}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <button
        type="button"
        onClick={() => {
          problem.value = onPaste(text.value);
          if (!problem.value) onDone();
        }}
      >
        {k('use')}
      </button>
      <p id={`${id}-message`} class="control-message" role="alert">
        {problem.value}
      </p>
    </>
  );
}
