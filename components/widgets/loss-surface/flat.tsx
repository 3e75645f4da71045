import { unsignedScale } from '#charts/cell-colour.ts';
import { LevelMap } from '#charts/level-map.tsx';
import type { PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { heightOf } from './height.ts';
import { placeOf, type Model, type Run } from './model.ts';
import { heightsOf, sidesOf } from './scene.ts';
import type { Key } from './strings.ts';
import { coordinateText, lossText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly run: Run };

const colours = unsignedScale(0, 1);

/** One network's surface as a map, with the path of its weights as it is seen in the plane. */
export function Flat({ model, t, run }: Props) {
  const params = model.params.value;
  const height = heightOf(model);
  const { x, y } = sidesOf(run, params.range);
  const count = Math.floor(1 / height.interval + 1e-6);
  const spot = model.spot.value;
  return (
    <LevelMap
      array={heightsOf(run, height)}
      scale={colours}
      levels={Array.from({ length: count }, (_, index) => (index + 1) * height.interval)}
      label={t('mapLabel', { treatment: t(run.treatment) })}
      cellName={(cell) => {
        const [a, b] = placeOf(run, cell, params);
        const loss = run.surface.data[cell.row * params.points + cell.column];
        return t('cell', { x: coordinateText(a), y: coordinateText(b), loss: lossText(loss) });
      }}
      x={{ ...x, label: t('across') }}
      y={{ ...y, label: t('up') }}
      marks={[{ kind: 'window', ...spot }]}
      onPoint={(cell) => {
        model.pointed.value = cell;
      }}
      onChoose={model.choose}
    >
      {(scales) => <Path model={model} run={run} {...scales} />}
    </LevelMap>
  );
}

function Path({ model, run, x, y }: { model: Model; run: Run } & PlotScales) {
  const at = Math.min(model.step.value, run.last);
  const { x: across, y: up } = sidesOf(run, model.params.value.range);
  const inside = ([a, b]: readonly [number, number]): boolean =>
    a >= across.from && a <= across.to && b >= up.from && b <= up.to;
  const pieces = { gone: '', ahead: '' };
  for (let step = 1; step <= run.last; step++) {
    const [from, to] = [run.places[step - 1], run.places[step]];
    if (!inside(from) || !inside(to)) continue;
    pieces[step <= at ? 'gone' : 'ahead'] += `M${x(from[0])} ${y(from[1])}L${x(to[0])} ${y(to[1])}`;
  }
  const here = run.places[at];
  return (
    <g class="trail">
      {Object.entries(pieces).map(([kind, path]) => (
        <g key={kind} class={kind}>
          <path class="under" d={path} />
          <path class="over" d={path} />
        </g>
      ))}
      {inside(here) && <circle class="ball" cx={x(here[0])} cy={y(here[1])} r={5} />}
    </g>
  );
}
