import { addressOf, embedPath } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { encodeLink } from '../link.ts';
import { Copyable } from './copyable.tsx';

/** The HTML that puts the widget, in this state, into another page. */
export function EmbedPanel() {
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
