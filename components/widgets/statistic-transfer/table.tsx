import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { channelName, statisticText } from './words.ts';

/** The means and deviations of the chart, in numbers; a row can be chosen for the formulas. */
export function Statistics({ model, t }: ViewProps<Model, Key>) {
  return (
    <table class="number-table">
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            {t('channel')}
          </th>
          {(['content', 'style', 'result'] as const).map((name) => (
            <th key={name} colSpan={2} scope="colgroup" class={name}>
              {t(name)}
            </th>
          ))}
        </tr>
        <tr>
          <Head part="mean">μ</Head>
          <Head part="deviation">σ</Head>
          <Head part="beta">μ</Head>
          <Head part="gamma">σ</Head>
          <Head part="resultMean">μ</Head>
          <Head part="resultDeviation">σ</Head>
        </tr>
      </thead>
      <tbody>
        {model.channels.value.map((channel) => {
          const { content, style, result } = model.statisticsOf(channel);
          return (
            <tr
              key={channel}
              data-current={model.current.value === channel}
              onPointerEnter={() => {
                model.pointed.value = channel;
              }}
              onPointerLeave={() => {
                model.pointed.value = undefined;
              }}
              onClick={() => model.choose(channel)}
            >
              <th scope="row">{channelName(model, t, channel)}</th>
              {[content, style, result].flatMap(({ mean, deviation }, at) => [
                <td key={`mean ${at}`}>{statisticText(mean)}</td>,
                <td key={`deviation ${at}`}>{statisticText(deviation)}</td>,
              ])}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Head({ part, children }: { readonly part: string; readonly children: ComponentChildren }) {
  return (
    <th scope="col" {...usePart(part)}>
      <i>{children}</i>
    </th>
  );
}
