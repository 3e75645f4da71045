import { encode, renderSVG } from 'uqr';

/** Longest text that a QR code of the lowest correction level holds, in bytes. */
const QR_CAPACITY = 2900;

/** Pixels that a module is wide in the file: enough for a poster. */
const MODULE = 12;

const options = { ecc: 'L', border: 2 } as const;

/** A QR code as the address of an SVG picture; undefined if the link is too long for one. */
export function qrSvg(link: string): string | undefined {
  if (link.length > QR_CAPACITY) return undefined;
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(link, options))}`;
}

/** The same as a PNG picture, for tools that take no SVG. */
export function qrPng(link: string): string | undefined {
  if (link.length > QR_CAPACITY) return undefined;
  const { data, size } = encode(link, options);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * MODULE;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect(x * MODULE, y * MODULE, MODULE, MODULE);
    }),
  );
  return canvas.toDataURL();
}

export function QrCode({ link, label }: { readonly link: string; readonly label: string }) {
  const svg = qrSvg(link);
  return svg ? <img class="qr" alt={label} src={svg} /> : null;
}
