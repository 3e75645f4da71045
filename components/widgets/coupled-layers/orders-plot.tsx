import { powerText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { compressedAxis, type CompressedAxis } from './compressed-axis.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { changeText, predictionText, preciseText, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Orders that have a line of their own in the table. */
const LISTED = 4;

/** From the output before to the one after, order by order: each bar starts where the last one ended. */
export function OrdersPlot({ model, t }: Props) {
  const { changes, sums } = model.orders.value;
  const axis = compressedAxis(sums, [sums[0], sums[sums.length - 1]]);
  return (
    <section {...usePart('orders')}>
      <PanelTitle name={t('orders')} note={t('ordersNote')} />
      <Plot
        x={{ from: 0.4, to: changes.length + 0.6, label: t('order'), ticks: 0 }}
        y={{ from: axis.from, to: axis.to, label: 'ŷ', ticks: axis.ticks ? 0 : 5 }}
        ratio={0.5}
        label={t('ordersText', valuesOf(model))}
      >
        {(scales) => <Bars model={model} t={t} {...scales} axis={axis} />}
      </Plot>
      {axis.ticks && <p class="compressed">{t('compressed')}</p>}
      <OrdersTable model={model} t={t} />
    </section>
  );
}

function Bars({ model, t, x, y, axis }: Props & PlotScales & { readonly axis: CompressedAxis }) {
  const { changes, sums } = model.orders.value;
  const last = changes.length;
  const height = (value: number): number => y(axis.place(value));
  const [start, end] = [x(0.4), x(last + 0.6)];
  const every = Math.ceil(last / 15);
  return (
    <>
      {axis.ticks?.map((value) => (
        <g key={value} class="tick" transform={`translate(0 ${height(value)})`}>
          <path d={`M${start} 0H${end}`} />
          <text x={start - 6} y={4} text-anchor="end">
            {value === 0 ? 0 : powerText(value)}
          </text>
        </g>
      ))}
      {changes.map((_, index) =>
        (index + 1) % every === 0 || last <= 15 ? (
          <text key={index} x={x(index + 1)} y={y(axis.from) + 16} text-anchor="middle">
            {index + 1}
          </text>
        ) : null,
      )}
      {axis.from < 0 && axis.to > 0 && <path class="zero" d={`M${start} ${y(0)}H${end}`} />}
      <path class="level state-before" d={`M${start} ${height(sums[0])}H${x(1)}`} />
      <path class="level state-after" d={`M${x(last)} ${height(sums[last])}H${end}`} />
      {changes.map((change, index) => (
        <Bar
          key={index}
          order={index + 1}
          title={`${t('order')} ${index + 1}: ${changeText(change)}`}
          change={change}
          from={height(sums[index])}
          to={height(sums[index + 1])}
          x={x}
          isLast={index + 1 === last}
        />
      ))}
    </>
  );
}

type BarProps = Pick<PlotScales, 'x'> & {
  readonly order: number;
  readonly title: string;
  readonly change: number;
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
};

/** The change of one order, and a thread to where the next one starts. */
function Bar({ order, title, change, from, to, x, isLast }: BarProps) {
  return (
    <g class={change < 0 ? 'change negative' : 'change positive'} {...usePart(`order-${order}`)}>
      <rect
        x={x(order - 0.32)}
        y={Math.min(from, to)}
        width={x(0.64) - x(0)}
        height={Math.max(Math.abs(to - from), 1)}
      />
      {!isLast && <path d={`M${x(order + 0.32)} ${to}H${x(order + 0.68)}`} />}
      <title>{title}</title>
    </g>
  );
}

function OrdersTable({ model, t }: Props) {
  const { changes, sums } = model.orders.value;
  const last = changes.length;
  const sumText = (order: number): string =>
    order === 1 || order === last
      ? preciseText(sums[order])
      : predictionText(sums[order], maxAbs(changes.slice(1, order)));
  return (
    <table class="number-table orders-table">
      <thead>
        <tr>
          <th scope="col">{t('order')}</th>
          <th scope="col">{t('change')}</th>
          <th scope="col">{t('upToHere')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, LISTED).map((change, index) => (
          <Order
            key={index}
            order={index + 1}
            change={changeText(change)}
            sum={sumText(index + 1)}
          />
        ))}
        {last > LISTED && (
          <tr>
            <th scope="row">{t('otherOrders', { from: LISTED + 1, to: last })}</th>
            <td>{changeText(sums[last] - sums[LISTED])}</td>
            <td>{preciseText(sums[last])}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type OrderProps = { readonly order: number; readonly change: string; readonly sum: string };

const Order = ({ order, change, sum }: OrderProps) => (
  <tr data-order={order} {...usePart(`order-${order}`)}>
    <th scope="row">{order}</th>
    <td>{change}</td>
    <td>{sum}</td>
  </tr>
);
