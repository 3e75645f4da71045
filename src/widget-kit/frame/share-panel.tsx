import { renderSVG } from 'uqr';
import { addressOf, widgetPath } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { encodeLink } from '../link.ts';
import { Copyable } from './copyable.tsx';
import type { PanelProps } from './late-panel.tsx';
import { TravelLinks } from './travel-links.tsx';

/** A link and its QR code, to this very state. */
export function SharePanel({ model }: PanelProps) {
  const { widget, state, locale, k } = useWidget();
  const link = addressOf(
    widgetPath(locale, widget.id),
    encodeLink(widget.params, widget.version, state.params.value),
  );
  return (
    <>
      <p>{k('shareText')}</p>
      <Copyable text={link} label={k('share')} rows={3} />
      <QrCode link={link} label={k('qrLabel')} />
      <TravelLinks model={model} />
    </>
  );
}

/** Longest text that a QR code of the lowest correction level holds, in bytes. */
const QR_CAPACITY = 2900;

function QrCode({ link, label }: { readonly link: string; readonly label: string }) {
  if (link.length > QR_CAPACITY) return null;
  const svg = renderSVG(link, { ecc: 'L', border: 2 });
  return <img class="qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
