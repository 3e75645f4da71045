import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { Grip } from '#charts/grip.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { factorName } from './data.ts';
import type { Model } from './model.ts';
import { MOST_FACTOR } from './params.ts';
import { barsPath, LEFT, marksPath, RowsPlot } from './rows-plot.tsx';
import { TOP, type Rows } from './rows.ts';
import type { Key } from './strings.ts';
import { shareOf } from './terms.ts';
import { factorText, partText, shareValues } from './words.ts';

type Props = ViewProps<Model, Key>;

export const WIDTH = 380;

/** From nothing to the whole output; terms that have something in common may go beyond it. */
const x = linearScale([0, 1], [LEFT, 326]);
const FARTHEST = x.invert(WIDTH - 4);

/** For every block, which part of its output comes from its branch and which from its input. */
export function Tower({ model, t }: Props) {
  return (
    <section class="tower">
      <p class="panel-title">
        <b>{t('tower')}</b>
        <small>
          <Key t={t} part="branch" /> <Key t={t} part="skip" /> <Key t={t} part="law" />
        </small>
      </p>
      <RowsPlot
        model={model}
        width={WIDTH}
        label={t('towerText', shareValues(model, t))}
        interactive
        over={(rows) => <Chosen model={model} t={t} rows={rows} />}
      >
        {(rows) => (
          <>
            <Frame rows={rows} t={t} kind={model.params.value.kind} />
            <Bars model={model} t={t} rows={rows} />
            <Law model={model} rows={rows} />
            <FactorGrip model={model} t={t} rows={rows} />
          </>
        )}
      </RowsPlot>
    </section>
  );
}

/** What a colour of a panel means, as a part of the figure. */
export function Key({ t, part }: { readonly t: Props['t']; readonly part: KeyPart }) {
  return (
    <span class={`key of-${part}`} {...usePart(part)}>
      {t(part)}
    </span>
  );
}

type KeyPart = 'branch' | 'skip' | 'law' | 'variance' | 'squaredMean';

/** The axis, and the line on which all branches end where nothing is done about them. */
function Frame({ rows, t, kind }: { rows: Rows; t: Props['t']; kind: string }) {
  const isHalf = kind === 'none' || kind === 'halved';
  return (
    <>
      <text class="axis-label" x={x(0)} y={12} text-anchor="middle">
        0
      </text>
      <text class="axis-label" x={x(0.5)} y={12} text-anchor="middle">
        {isHalf ? '50%' : t('half')}
      </text>
      <text class="axis-label" x={x(1)} y={12} text-anchor="middle">
        100%
      </text>
      <path class="half" d={`M${x(0.5)} ${TOP - 8}V${rows.topOf(0)}`} />
    </>
  );
}

function Bars({ model, t, rows }: Props & { rows: Rows }) {
  const { blocks } = model.measured.value;
  const within = (part: number): number => x(Math.min(part, FARTHEST));
  const ends = blocks.map((block) => {
    const branch = shareOf(block, 'branch');
    return { branch, both: branch + shareOf(block, 'skip') };
  });
  return (
    <>
      <path
        class="bar-skip"
        {...usePart('skip')}
        d={barsPath(
          rows,
          ends.map(({ branch, both }) => [within(branch), within(both)]),
          1,
        )}
      />
      <path
        class="bar-branch"
        {...usePart('branch')}
        d={barsPath(
          rows,
          ends.map(({ branch }) => [x(0), within(branch)]),
          1,
        )}
      />
      <path class="whole" {...usePart('shared')} d={`M${x(1)} ${TOP - 8}V${rows.topOf(0)}`} />
      <path class="axis" d={`M${x(0)} ${TOP - 8}V${rows.topOf(0)}`} />
      <text
        class="shared-label"
        {...usePart('shared')}
        x={x(1)}
        y={rows.topOf(0) + 13}
        text-anchor="end"
      >
        {t('sharedEdge')}
      </text>
    </>
  );
}

function Law({ model, rows }: { model: Model; rows: Rows }) {
  const places = model.law.value.blocks.map((block) => x(shareOf(block, 'branch')));
  return <path class="law-mark" {...usePart('law')} d={marksPath(rows, places, 1)} />;
}

/** The row that is spoken of, to be moved by keys, and the parts that some blocks' branches are. */
function Chosen({ model, t, rows }: Props & { rows: Rows }) {
  const now = model.block.value;
  const { blocks } = model.measured.value;
  const law = model.law.value.blocks;
  const written = rows.numbered(now).filter((level) => level > 0);
  const last = blocks.length;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: now + 1,
    ArrowRight: now + 1,
    ArrowDown: now - 1,
    ArrowLeft: now - 1,
    PageUp: now + 10,
    PageDown: now - 10,
    Home: 1,
    End: last,
  };
  return (
    <>
      {written.map((block) => {
        const measured = shareOf(blocks[block - 1], 'branch');
        const end = Math.max(measured, shareOf(law[block - 1], 'branch'));
        return (
          <text
            key={block}
            class={block === now ? 'mark-label now-label' : 'mark-label'}
            x={x(end) + 5}
            y={rows.middleOf(block) + 4}
          >
            {partText(measured)}
          </text>
        );
      })}
      <rect
        class="row-handle"
        x={1}
        y={rows.topOf(now)}
        width={WIDTH - 2}
        height={rows.height}
        // In lower case: SVG elements take attribute names to the letter.
        tabindex={0}
        role="slider"
        aria-label={t('blockShown')}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={last}
        aria-valuenow={now}
        aria-valuetext={t('towerText', shareValues(model, t))}
        onKeyDown={(event) => {
          if (!Object.hasOwn(steps, event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          model.point(undefined);
          model.showBlock(steps[event.key]);
        }}
      />
    </>
  );
}

/** The mark of the first block as a handle: dragged along, it is the branch's factor that moves. */
function FactorGrip({ model, t, rows }: Props & { rows: Rows }) {
  const part = usePart('factor');
  const { params } = model;
  const name = factorName(params.value.kind);
  if (!name) return null;
  const factor = model.state.params.value[name];
  const placeOf = (value: number): number => x(value ** 2 / (1 + value ** 2));
  const scale: AxisScale = Object.assign(placeOf, {
    invert: (place: number) => {
      const share = Math.min(Math.max(x.invert(place), 0), 0.99);
      return Math.sqrt(share / (1 - share));
    },
    ticks: () => [],
  });
  const y = rows.foot + 8;
  return (
    <g {...part} class="factor">
      <path class="rail" d={`M${placeOf(0)} ${y}H${placeOf(MOST_FACTOR)}`} />
      <text class="mark-label" x={placeOf(MOST_FACTOR) + 8} y={y + 4}>
        {factorText(name, factor)}
      </text>
      <Grip
        along="x"
        scale={scale}
        across={y}
        value={factor}
        min={0}
        max={MOST_FACTOR}
        step={0.01}
        label={t(`${name}Grip`)}
        text={factorText(name, factor)}
        onMove={model.setFactor}
      />
    </g>
  );
}
