import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { Key } from './strings.ts';
import { outcomeText, preciseText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What was promised of the output, and what has come true. */
export function OutcomeTable({ model, t }: Props) {
  const { beside } = model.params.value;
  return (
    <div class="outcomes">
      <table class="number-table">
        <thead>
          <tr>
            <td />
            {(['before', 'promised', 'truth', 'apart'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line
            name={t('ofPlain')}
            part="output"
            outcome={model.outcome.value}
            text={preciseText}
          />
          {beside !== 'none' && (
            <Line
              name={t(beside === 'norm' ? 'ofNorm' : 'ofRelu')}
              part="norm-output"
              outcome={model.normOutcome.value}
              text={roughText}
            />
          )}
        </tbody>
      </table>
      <p class="outcome">{outcomeText(model, t)}</p>
    </div>
  );
}

/** Of what float32 computes: five digits. */
const roughText = (value: number): string => numberText(value, 4);

type LineProps = {
  readonly name: string;
  readonly part: string;
  readonly outcome: Outcome;
  readonly text: (value: number) => string;
};

function Line({ name, part, outcome, text }: LineProps) {
  const { before, promised, after } = outcome;
  return (
    <tr {...usePart(part)}>
      <th scope="row">{name}</th>
      <td>{text(before)}</td>
      <td>{text(promised)}</td>
      <td>
        <b>{text(after)}</b>
      </td>
      <td>{text(after - promised)}</td>
    </tr>
  );
}
