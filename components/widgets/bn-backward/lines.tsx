import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { Fraction } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { Cells, Editor } from './cells.tsx';
import { Divisor, G, Gamma, Hat, Mean, Minus, Mu, R, Sigma, Slope, X } from './letters.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { bracketed, epsilonText, shortText, sumOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The values, the gradient on its way back to them, and the formula of every step with its numbers. */
export function Lines({ model, t }: Props) {
  return (
    <div class="lines">
      <Values model={model} t={t} />
      <Normalized model={model} t={t} />
      <Upstream model={model} t={t} />
      <Common model={model} t={t} />
      <Along model={model} t={t} />
      <Rest model={model} t={t} />
      <Gradient model={model} t={t} />
    </div>
  );
}

type LineProps = {
  readonly part: string;
  /** What the cells are, as a letter with its sign. */
  readonly letter: ComponentChildren;
  readonly cells: ComponentChildren;
  readonly formula: ComponentChildren;
  /** The formula in numbers, for the value that is spoken of. */
  readonly numbers?: ComponentChildren;
  readonly note?: string;
  readonly done?: boolean;
};

function Line({ part, letter, cells, formula, numbers, note, done = true }: LineProps) {
  return (
    <div class="line" data-done={done}>
      <span class="letters">{letter}</span>
      <div class="row" {...usePart(part)}>
        {cells}
      </div>
      <p class="formula">
        <span class="letters">{formula}</span>
        {numbers !== undefined && <span class="in-numbers">{numbers}</span>}
        {note !== undefined && <small>{note}</small>}
      </p>
    </div>
  );
}

function Values({ model, t }: Props) {
  const { mean, variance } = model.statistics.value;
  return (
    <Line
      part="x"
      letter="x"
      cells={
        <Editor model={model} label={t('row.x')} array={model.own.value.x} onSet={model.setX} />
      }
      formula={
        <>
          <Mu /> = {shortText(mean)}, <Sigma /> = {shortText(Math.sqrt(variance))}
        </>
      }
    />
  );
}

function Normalized({ model, t }: Props) {
  const { x, normalized } = model.rows.value;
  const { mean, variance } = model.statistics.value;
  const index = model.current.value;
  return (
    <Line
      part="normalized"
      letter="x̂"
      cells={<Cells model={model} label={t('row.normalized')} array={normalized} limit={3} />}
      formula={
        <>
          <Hat /> = (<X /> <Minus /> <Mu />) / <Divisor />
        </>
      }
      numbers={
        <>
          ({shortText(x.data[index])} − {bracketed(mean)}) / √({shortText(variance)} +{' '}
          {epsilonText(model.params.value.epsilon)}) = <b>{shortText(normalized.data[index])}</b>
        </>
      }
    />
  );
}

function Upstream({ model, t }: Props) {
  return (
    <Line
      part="upstream"
      letter="g"
      cells={
        <Editor
          model={model}
          quiet
          label={t('row.upstream')}
          array={model.own.value.upstream}
          onSet={model.setUpstream}
        />
      }
      formula={
        <>
          <G /> = <Slope by="y" index="i" />
        </>
      }
      note={t('note.upstream')}
    />
  );
}

function Common({ model, t }: Props) {
  const { upstream, common } = model.rows.value;
  return (
    <Line
      part="common"
      letter={
        <>
          <Minus /> c
        </>
      }
      done={model.step.value >= 1}
      cells={<Cells model={model} label={t('row.common')} array={common} from={1} />}
      formula={
        <>
          c = <Mean /> Σ <G index="j" />
        </>
      }
      numbers={
        <>
          ({sumOf(upstream.data)}) / {model.count.value} = <b>{shortText(common.data[0])}</b>
        </>
      }
      note={t('note.common')}
    />
  );
}

function Along({ model, t }: Props) {
  const { upstream, along, normalized } = model.rows.value;
  const { rise } = model.line.value;
  const index = model.current.value;
  const products = normalized.data.map((value, j) => value * upstream.data[j]);
  return (
    <Line
      part="along"
      letter={
        <>
          <Minus /> ax̂
        </>
      }
      done={model.step.value >= 2}
      cells={<Cells model={model} label={t('row.along')} array={along} from={2} />}
      formula={
        <>
          a = <Mean /> Σ <Hat index="j" /> <G index="j" />
        </>
      }
      numbers={
        <>
          ({sumOf(products)}) / {model.count.value} = {shortText(rise)}
          <br />
          {shortText(rise)} · {bracketed(normalized.data[index])} ={' '}
          <b>{shortText(along.data[index])}</b>
        </>
      }
      note={t('note.along')}
    />
  );
}

function Rest({ model, t }: Props) {
  const { upstream, common, along, rest } = model.rows.value;
  const index = model.current.value;
  return (
    <Line
      part="rest"
      letter="= r"
      done={model.step.value >= 2}
      cells={<Cells model={model} label={t('row.rest')} array={rest} from={2} />}
      formula={
        <>
          <R /> = <G /> <Minus /> <Symbol part="common">c</Symbol> <Minus />{' '}
          <Symbol part="along">a</Symbol>
          <Hat />
        </>
      }
      numbers={
        <>
          {shortText(upstream.data[index])} − {bracketed(common.data[index])} −{' '}
          {bracketed(along.data[index])} = <b>{shortText(rest.data[index])}</b>
        </>
      }
      note={t('note.rest')}
    />
  );
}

function Gradient({ model, t }: Props) {
  const { rest, gradient } = model.rows.value;
  const index = model.current.value;
  return (
    <Line
      part="gradient"
      letter={<Slope by="x" />}
      done={model.step.value >= 3}
      cells={<Cells model={model} label={t('row.gradient')} array={gradient} from={3} />}
      formula={
        <>
          <Slope by="x" index="i" /> ={' '}
          <Fraction over={<Divisor />}>
            <Gamma />
          </Fraction>{' '}
          <R />
        </>
      }
      numbers={
        <>
          {shortText(model.params.value.gamma)} / {shortText(model.statistics.value.divisor)} ·{' '}
          {bracketed(rest.data[index])} = <b>{shortText(gradient.data[index])}</b>
        </>
      }
    />
  );
}
