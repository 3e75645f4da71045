import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { heightOf } from './height.ts';
import { highestLoss, lossAt, partBeyond, placeOf, type Model, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { coordinateText, lossText, percentText, plainText, shareText } from './words.ts';

type Row = {
  readonly key: string;
  readonly part: string;
  readonly name: string;
  readonly of: (run: Run) => string;
};

/** The path and the plane in numbers, one column for each network. */
export function Numbers({ model, t }: ViewProps<Model, Key>) {
  const runs = model.runs.value;
  return (
    <table class="number-table" aria-label={t('numbersText')}>
      <thead>
        <tr>
          <td />
          {runs.map(({ treatment }) => (
            <th key={treatment} scope="col" class={`treatment-${treatment}`}>
              {t(treatment)}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(model, t).map((rows, group) => (
        <tbody key={group}>
          {rows.map((row) => (
            <NumberRow key={row.key} row={row} runs={runs} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function NumberRow({ row, runs }: { readonly row: Row; readonly runs: readonly Run[] }) {
  return (
    <tr {...usePart(row.part)}>
      <th scope="row">{row.name}</th>
      {runs.map((run) => (
        <td key={run.treatment}>{row.of(run)}</td>
      ))}
    </tr>
  );
}

/** Of the step, of the place that is pointed at, of the whole plane. */
function groupsOf(model: Model, t: ViewProps<Model, Key>['t']): readonly (readonly Row[])[] {
  const params = model.params.value;
  const step = model.step.value;
  const spot = model.spot.value;
  const { top } = heightOf(model);
  const row = (key: Key, part: string, of: Row['of'], values = {}): Row => {
    return { key, part, name: t(key, values), of };
  };
  return [
    [
      row('stepRow', 'loss', (run) => lossText(run.losses[step]), { step }),
      row('shadowRow', 'shadow', (run) => lossText(run.shadow[step])),
      row(params.plane === 'gradient' ? 'awayStartRow' : 'awayRow', 'path', (run) =>
        coordinateText(run.away[step]),
      ),
      row('outsideRow', 'outside', (run) => coordinateText(run.outside[step])),
    ],
    [
      row('spotRow', 'surface', (run) => lossText(lossAt(run, spot))),
      row('placeRow', 'place', (run) => placeOf(run, spot, params).map(coordinateText).join(', ')),
      row('probabilityRow', 'surface', (run) => percentText(Math.exp(-lossAt(run, spot)), t)),
    ],
    [
      row('shareRow', 'plane', (run) => shareText(run, t)),
      row('beyondRow', 'surface', (run) => percentText(partBeyond(run, top), t), {
        top: plainText(top),
      }),
      row('highestRow', 'surface', (run) => lossText(highestLoss(run))),
      row('unitRow', 'plane', (run) => lossText(run.unit)),
    ],
  ];
}
