import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { Cells, Editor } from './cells.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { bracketed, epsilonText, shortText, sumText } from './words.ts';

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
  /** What the cells are, as a letter. */
  readonly letter: ComponentChildren;
  readonly cells: ComponentChildren;
  readonly part: string;
  readonly done?: boolean;
  readonly children: ComponentChildren;
};

function Line({ letter, cells, part, done = true, children }: LineProps) {
  return (
    <div class="line" data-done={done}>
      <span class="letters">{letter}</span>
      <div class="row" {...usePart(part)}>
        {cells}
      </div>
      <p class="formula done">{children}</p>
    </div>
  );
}

const X = () => (
  <Symbol part="x">
    x<sub>i</sub>
  </Symbol>
);
const Hat = ({ index = 'i' }: { readonly index?: string }) => (
  <Symbol part="normalized">
    x̂<sub>{index}</sub>
  </Symbol>
);
const G = ({ index }: { readonly index: string }) => (
  <Symbol part="upstream">
    g<sub>{index}</sub>
  </Symbol>
);
const Divisor = () => (
  <Root>
    <Symbol part="statistics">σ²</Symbol> + <Symbol part="epsilon">ε</Symbol>
  </Root>
);
const Mean = () => <Fraction over={<Symbol part="count">m</Symbol>}>1</Fraction>;

function Values({ model, t }: Props) {
  const { mean, variance } = model.statistics.value;
  return (
    <Line
      part="x"
      letter="x"
      cells={
        <Editor model={model} label={t('row.x')} array={model.own.value.x} onSet={model.setX} />
      }
    >
      <Symbol part="statistics">μ</Symbol> = {shortText(mean)}, <Symbol part="statistics">σ</Symbol>{' '}
      = {shortText(Math.sqrt(variance))}
    </Line>
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
    >
      <Hat /> = (<X /> − <Symbol part="statistics">μ</Symbol>) / <Divisor />
      <InNumbers>
        ({shortText(x.data[index])} − {bracketed(mean)}) / √({shortText(variance)} +{' '}
        {epsilonText(model.params.value.epsilon)}) = <b>{shortText(normalized.data[index])}</b>
      </InNumbers>
    </Line>
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
    >
      <G index="i" /> = ∂L/∂y<sub>i</sub>
      <small>{t('note.upstream')}</small>
    </Line>
  );
}

function Common({ model, t }: Props) {
  const { upstream, common } = model.rows.value;
  return (
    <Line
      part="common"
      letter="− ḡ"
      done={model.step.value >= 1}
      cells={<Cells model={model} label={t('row.common')} array={common} from={1} />}
    >
      ḡ = <Mean /> Σ <G index="j" />
      <InNumbers>
        ({sumText(Array.from(upstream.data, bracketed))}) / {model.count.value} ={' '}
        <b>{shortText(common.data[0])}</b>
      </InNumbers>
      <small>{t('note.common')}</small>
    </Line>
  );
}

function Along({ model, t }: Props) {
  const { along, normalized } = model.rows.value;
  const index = model.current.value;
  const { rise } = model.line.value;
  return (
    <Line
      part="along"
      letter="− ax̂"
      done={model.step.value >= 2}
      cells={<Cells model={model} label={t('row.along')} array={along} from={2} />}
    >
      a = <Mean /> Σ <Hat index="j" />
      <G index="j" /> = {shortText(rise)}, a<Hat />
      <InNumbers>
        {shortText(rise)} · {bracketed(normalized.data[index])} ={' '}
        <b>{shortText(along.data[index])}</b>
      </InNumbers>
      <small>{t('note.along')}</small>
    </Line>
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
    >
      <Symbol part="rest">
        r<sub>i</sub>
      </Symbol>{' '}
      = <G index="i" /> − <Symbol part="common">ḡ</Symbol> − <Symbol part="along">a</Symbol>
      <Hat />
      <InNumbers>
        {shortText(upstream.data[index])} − {bracketed(common.data[index])} −{' '}
        {bracketed(along.data[index])} = <b>{shortText(rest.data[index])}</b>
      </InNumbers>
      <small>{t('note.rest')}</small>
    </Line>
  );
}

function Gradient({ model, t }: Props) {
  const { rest, gradient } = model.rows.value;
  const { gamma } = model.params.value;
  const index = model.current.value;
  return (
    <Line
      part="gradient"
      letter="∂L/∂x"
      done={model.step.value >= 3}
      cells={<Cells model={model} label={t('row.gradient')} array={gradient} from={3} />}
    >
      ∂L/∂x<sub>i</sub> ={' '}
      <Fraction over={<Divisor />}>
        <Symbol part="gamma">γ</Symbol>
      </Fraction>{' '}
      <Symbol part="rest">
        r<sub>i</sub>
      </Symbol>
      <InNumbers>
        {shortText(gamma)} / {shortText(model.statistics.value.divisor)} ·{' '}
        {bracketed(rest.data[index])} = <b>{shortText(gradient.data[index])}</b>
      </InNumbers>
    </Line>
  );
}
