import type { ViewProps } from '#kit/define-widget.ts';
import { latePart } from '#kit/late-part.tsx';
import { ChainFigure } from './chain-figure.tsx';
import { LayerLines } from './layer-lines.tsx';
import type { Model } from './model.ts';
import { OrdersPlot } from './orders-plot.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { params } from './params.ts';
import { RateCurve } from './rate-curve.tsx';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

// What only a chain with normalization shows, and what few look at first, comes after the rest.
const loadLines = async () => (await import('./batch-lines.tsx')).BatchLines;
const loadShape = async () => (await import('./shape-table.tsx')).ShapeTable;

const BatchLines = latePart(import.meta.env.SSR ? await loadLines() : undefined, loadLines);
const ShapeTable = latePart(import.meta.env.SSR ? await loadShape() : undefined, loadShape);

/** A chain of layers that takes one step, what was promised of it, and the same with a normalization. */
export function View({ model, t }: Props) {
  return (
    <>
      <Beside model={model} t={t} />
      <div class="coupled-layers">
        <div class="side">
          <ChainFigure model={model} t={t} />
          <LayerLines model={model} t={t} />
          <OutcomeTable model={model} t={t} />
          <ShapeTable model={model} t={t} />
        </div>
        <div class="side">
          <RateCurve model={model} t={t} />
          <OrdersPlot model={model} t={t} />
          <BatchLines model={model} t={t} />
        </div>
      </div>
    </>
  );
}

/** What stands beside the plain chain. */
function Beside({ model, t }: Props) {
  return (
    <p class="beside-bar" role="group" aria-label={t('param.beside')} data-no-export>
      {params.beside.options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={model.state.params.value.beside === option}
          onClick={() => model.state.edit({ beside: option })}
        >
          {t(`beside.${option}`)}
        </button>
      ))}
    </p>
  );
}
