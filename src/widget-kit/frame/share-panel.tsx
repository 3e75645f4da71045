import { addressOf, widgetPath } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { encodeLink } from '../link.ts';
import { Copyable } from './copyable.tsx';
import type { PanelProps } from './late-panel.tsx';
import { QrCode } from './qr-code.tsx';
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
