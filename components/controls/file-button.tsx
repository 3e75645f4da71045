export type FileButtonProps = {
  readonly label: string;
  /** Ids of what is written about the files. */
  readonly describedBy: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Chooses files; the browser's own field would speak the browser's language, not the page's. */
export function FileButton({ label, describedBy, accept, multiple, onFiles }: FileButtonProps) {
  return (
    <label class="file-button">
      {label}
      <input
        class="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy}
        onChange={(event) => {
          onFiles(Array.from(event.currentTarget.files ?? []));
          // The same file can be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
