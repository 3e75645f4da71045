import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { questionsOf, ruleOf, type Advice, type Question } from './advice.ts';
import { sources, type RuleName } from './evidence.ts';
import type { Model } from './model.ts';
import { isPerPlace, type NormName } from './norms.ts';
import type { Key } from './strings.ts';
import { answerText, pointsText, shapeText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** All norms in their order, each with what speaks for it and against it, and what it takes of the tensor. */
export function Ranking({ model, t }: Props) {
  return (
    <section class="ranking">
      <PanelTitle name={t('ranking')} note={t('rankingNote')} />
      <p class="heads" aria-hidden="true">
        <span />
        <span>{t('points')}</span>
        <span>{t('because')}</span>
        <span>{t('taken', { shape: shapeText(model) })}</span>
      </p>
      <ol>
        {model.advice.value.map((advice) => (
          <Ranked key={advice.norm} advice={advice} model={model} t={t} />
        ))}
      </ol>
    </section>
  );
}

function Ranked({ advice, model, t }: Props & { readonly advice: Advice }) {
  const { norm, points, reasons } = advice;
  const isFirst = model.first.value.includes(norm);
  return (
    <li data-norm={norm} data-first={isFirst ? '' : undefined}>
      <p class="norm">
        <b>{t(`short.${norm}`)}</b> <span>{t(`norm.${norm}`)}</span>
        <small>{noteOf(t, model, norm)}</small>
      </p>
      <p class="points">
        <b>{pointsText(points)}</b>
        <small>
          {reasons.length > 1 && reasons.map((name) => pointsText(ruleOf(name).points)).join(' ')}
        </small>
      </p>
      <div class="reasons">
        {reasons.length === 0 && <p class="silent">{t('silent')}</p>}
        {reasons.map((name) => (
          <Reason key={name} name={name} model={model} t={t} />
        ))}
      </div>
      <Statistics norm={norm} model={model} t={t} />
    </li>
  );
}

function Reason({ name, model, t }: Props & { readonly name: RuleName }) {
  const { lit } = useWidget();
  const { points, source } = ruleOf(name);
  const questions = questionsOf(name);
  const isLit = questions.some((question) => question === lit.value);
  return (
    <p class="reason" data-rule={name} data-lit={isLit ? '' : undefined}>
      <b data-sign={points > 0 ? 'for' : 'against'}>{pointsText(points)}</b>
      <span>
        {t(`rule.${name}`)}{' '}
        {source ? (
          <a href={`https://${sources[source].link}`} target="_blank" rel="noopener">
            {sources[source].by}, {sources[source].year}
          </a>
        ) : (
          <cite>{t('here')}</cite>
        )}{' '}
        {questions.map((question) => (
          <Because key={question} question={question} model={model} t={t} />
        ))}
      </span>
    </p>
  );
}

/** The answer that a rule has looked at: it lights the answer, and all else that hangs on it. */
function Because({ question, model, t }: Props & { readonly question: Question }) {
  return (
    <small class="because" {...usePart(question)}>
      {answerText(t, model, question)}
    </small>
  );
}

function Statistics({ norm, model, t }: Props & { readonly norm: NormName }) {
  const { count, values, scatter, theory } = model.takenBy(norm);
  const part = usePart('statistics');
  const isSquare = norm === 'rms';
  return (
    <div class="taken" {...part}>
      {norm === 'none' ? (
        t('takenNone')
      ) : count === 0 ? (
        t('refused')
      ) : (
        <>
          <span>{t(count === 1 ? 'oneOf' : 'takenOf', { count, values })}</span>
          <table class="number-table">
            <tbody>
              <tr>
                <th scope="row">{t(isSquare ? 'scatterSquare' : 'scatter')}</th>
                <td>{numberText(scatter, 3)}</td>
              </tr>
              <tr>
                <th scope="row">{isSquare ? '√(2/m)' : '1/√m'}</th>
                <td>{numberText(theory, 3)}</td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function noteOf(t: Props['t'], { state }: Model, norm: NormName): string {
  const { architecture, groups } = state.answered.value.params;
  if (norm === 'layer' || norm === 'rms') {
    return t(`note.${norm}.${isPerPlace(architecture) ? 'place' : 'image'}`);
  }
  return t(`note.${norm}`, { groups });
}
