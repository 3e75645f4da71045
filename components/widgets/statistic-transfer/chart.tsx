import { Legend } from '#charts/legend.tsx';
import { Plot } from '#charts/plot.tsx';
import { SpreadBars } from '#charts/spread-bars.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { channelShort, distanceTexts } from './words.ts';

/** Rows of a channel, with the room below it. */
const ROWS = 3.6;

/** Mean and deviation of every channel of the three pictures, on one axis. */
export function Chart({ model, t }: ViewProps<Model, Key>) {
  const rows = ROWS * model.channels.value.length;
  const height = model.channels.value.length > 3 ? 7 : 12;
  const [from, to] = model.domain.value;
  return (
    <section class="chart">
      <p class="panel-title">
        <b>{t('spread')}</b>{' '}
        <small>
          <Legend
            entries={[
              { kind: 'before', label: t('content') },
              { kind: 'range', label: t('style') },
              { kind: 'after', label: t('result') },
            ]}
          />
        </small>
      </p>
      <Plot
        x={{ from, to, label: t('value') }}
        y={{ from: rows, to: 0, label: '', ticks: 0 }}
        ratio={(rows * height + 58) / 360}
        label={`${t('spread')}. ${distanceTexts(model, t).join(' ')}`}
        onPoint={(place) => {
          const channel = Math.floor((place?.y ?? -1) / ROWS);
          model.pointed.value = model.channels.value.includes(channel) ? channel : undefined;
        }}
      >
        {(scales) =>
          model.channels.value.map((channel) => {
            const { content, style, result } = model.statisticsOf(channel);
            return (
              <SpreadBars
                key={channel}
                {...scales}
                from={channel * ROWS}
                rows={[
                  { ...content, kind: 'before', label: '' },
                  { ...style, kind: 'range', label: channelShort(model, t, channel) },
                  { ...result, kind: 'after', label: '' },
                ]}
              />
            );
          })
        }
      </Plot>
    </section>
  );
}
