import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Place } from './data.ts';
import {
  acrossOf,
  DEVIATION,
  dots,
  expectedMarks,
  LAYER,
  pulls,
  stripsFor,
  way,
  type Strip,
} from './geometry.ts';
import type { Model, Network } from './model.ts';
import type { Key } from './strings.ts';
import { orderName, placeName, reachText, stripText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Room at both ends, in units of the picture. */
const END = 24;

/** All channels of both networks, place by place, over one axis of layers. */
export function Strips({ model, t }: Props) {
  const strips = stripsFor(model.reaches.value);
  const { layers } = model.params.value;
  return (
    <div class="strips">
      {model.networks.value.map((network, index) => (
        <StripRow key={network.side} {...{ model, t, network, strip: strips[index] }} />
      ))}
      <p class="layers" aria-hidden="true">
        {Array.from({ length: layers }, (_, index) => (
          <span key={index} style={`left:${percentAcross(LAYER * (index + 1), layers)}%`}>
            {index + 1}
          </span>
        ))}
        <b>{t('layers')}</b>
      </p>
    </div>
  );
}

const percentAcross = (across: number, layers: number): number =>
  Number((((across + END) / (LAYER * layers + 2 * END)) * 100).toFixed(2));

type RowProps = Props & { readonly network: Network; readonly strip: Strip };

function StripRow({ model, t, network, strip }: RowProps) {
  const { reach, height, ticks } = strip;
  return (
    <section class="strip" {...usePart(network.side)}>
      <p class="panel-title">
        <b>{orderName(t, network.order)}</b>{' '}
        <span class="legend">
          {network.places.map((place) => (
            <span key={place} class={`place ${place}`}>
              {placeName(t, place, model.params.value)}
            </span>
          ))}
          {network.expected && <span class="place theory">{t('marks')}</span>}
        </span>
        <small>{reachText(t, network)}</small>
      </p>
      <div class="field" style={`height:${height}px`}>
        {ticks.map((tick) => (
          <span key={tick} class="at" style={`top:${(50 - (50 * tick) / reach).toFixed(1)}%`}>
            {tick > 0 ? '+' : ''}
            {numberText(tick, 0)}
            {tick > 0 ? ' σ' : ''}
          </span>
        ))}
        <Channels {...{ model, t, network, strip }} />
      </div>
    </section>
  );
}

function Channels({ model, t, network, strip: { reach } }: RowProps) {
  const { layers } = model.params.value;
  const { looked } = model;
  const [left, width] = [-END, LAYER * layers + 2 * END];
  const half = Math.round(DEVIATION * reach);
  const rowsOf = (place: Place): number[] =>
    network.shifts.flatMap((_, row) => (row > 0 && placeAt(network, row) === place ? [row] : []));

  /** The channel that lies nearest to where the strip is pressed. */
  function press(event: MouseEvent & { readonly currentTarget: SVGSVGElement }): void {
    const box = event.currentTarget.getBoundingClientRect();
    const across = left + ((event.clientX - box.left) / box.width) * width;
    const shift = reach * (1 - (2 * (event.clientY - box.top)) / box.height);
    const { length } = network.places;
    const row = Math.min(Math.max(Math.round((across * length) / LAYER), 0), layers * length);
    const apart = Array.from(network.shifts[row], (each) => Math.abs(each - shift));
    const nearest = apart.indexOf(Math.min(...apart.filter(Number.isFinite)));
    model.look(network.side, Math.max(Math.ceil(row / length), 1), Math.max(nearest, 0) + 1);
  }

  const { layer, channel, side } = looked.value;
  const { length } = network.places;
  const [from, to] = [(layer - 1) * length, layer * length];
  return (
    <svg
      role="img"
      aria-label={stripText(t, network)}
      viewBox={`${left} ${-half} ${width} ${2 * half}`}
      preserveAspectRatio="none"
      onClick={press}
    >
      {side === network.side && (
        <rect class="looked" x={LAYER * (layer - 1)} y={-half} width={LAYER} height={2 * half} />
      )}
      <path class="zero" d={`M${left} 0h${width}`} />
      <path class="pulls" d={pulls(network, rowsOf('norm'))} />
      <path class="dots weights" d={dots(network, [0, ...rowsOf('weights')])} />
      {network.places.slice(0, -1).map((place) => (
        <path key={place} class={`dots ${place}`} d={dots(network, rowsOf(place))} />
      ))}
      <path class="expected" d={expectedMarks(network)} />
      {side === network.side && (
        <g class="chosen">
          <path class="way" d={way(network, from, to, channel - 1)} />
          {Array.from({ length: length + 1 }, (_, place) => (
            <path
              key={place}
              class="ring"
              d={ring(acrossOf(from + place, network), network.shifts[from + place][channel - 1])}
            />
          ))}
        </g>
      )}
    </svg>
  );
}

const placeAt = ({ places }: Network, row: number): Place => places[(row - 1) % places.length];

const ring = (across: number, shift: number): string =>
  Number.isFinite(shift) ? `M${across} ${Math.round(-DEVIATION * shift)}h0` : '';
