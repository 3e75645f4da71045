import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addressOf, embedPath, widgetPath } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { loadQr } from '../late.ts';
import { encodeLink } from '../link.ts';
import { Copyable } from './copyable.tsx';
import { Menu } from './menu.tsx';

/** A link and its QR code, to this very state. */
export function ShareMenu() {
  const { k } = useWidget();
  return <Menu label={k('share')}>{() => <ShareLink />}</Menu>;
}

function ShareLink() {
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
    </>
  );
}

/** Longest text that a QR code of the lowest correction level holds, in bytes. */
const QR_CAPACITY = 2900;

function QrCode({ link, label }: { readonly link: string; readonly label: string }) {
  const picture = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (link.length > QR_CAPACITY) return;
    void loadQr().then(({ renderSVG }) => {
      const svg = renderSVG(link, { ecc: 'L', border: 2 });
      picture.value = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    });
  }, [link]);
  return picture.value ? <img class="qr" alt={label} src={picture.value} /> : null;
}

/** The HTML that puts the widget, in this state, into another page. */
export function EmbedMenu() {
  const { k } = useWidget();
  return <Menu label={k('embed')}>{() => <EmbedSnippet />}</Menu>;
}

function EmbedSnippet() {
  const { widget, state, locale, k } = useWidget();
  const query = encodeLink(widget.params, widget.version, state.params.value);
  const script = new URL(
    `${import.meta.env.BASE_URL.replace(/\/$/, '')}/embed.js`,
    location.origin,
  );
  const element = [
    `<script src="${script.href}" async></script>`,
    `<seikika-widget widget="${widget.id}" lang="${locale}" state="${query.replaceAll('&', '&amp;')}"></seikika-widget>`,
  ].join('\n');
  const frame = `<iframe src="${addressOf(embedPath(locale, widget.id), query).replaceAll('&', '&amp;')}" width="960" height="600" style="border:0" allow="fullscreen; clipboard-write; camera"></iframe>`;
  return (
    <>
      <p>{k('embedText')}</p>
      <Copyable text={element} label="HTML" rows={4} />
      <Copyable text={frame} label="iframe" rows={4} />
    </>
  );
}
