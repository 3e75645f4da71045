import { useWidget, type WidgetSurroundings } from '#kit/context.ts';

export type ControlMessageProps = {
  readonly id: string;
  /** The param whose control this stands beside, if it is one's. */
  readonly name: string | undefined;
  /** What is wrong with the control's own text, if anything. */
  readonly problem: string | undefined;
};

/** What is wrong with a control, beside it: its own text, or the state that it led to. */
export function ControlMessage({ id, name, problem }: ControlMessageProps) {
  const surroundings = useWidget();
  const sentence = problem ?? refusalAt(surroundings, name);
  return (
    <span id={id} class="control-message" role="alert">
      {sentence}
    </span>
  );
}

/** The refusal of the present state, if this param is where the reader should see it. */
function refusalAt(
  { state, locale, k, t, widget }: WidgetSurroundings,
  name: string | undefined,
): string | undefined {
  const failure = state.failure.value;
  if (failure?.kind !== 'refused' || name !== paramAtFault(state, failure.error.argument)) {
    return undefined;
  }
  const { argument } = failure.error;
  const label = Object.hasOwn(widget.params, argument) ? t(`param.${argument}`) : argument;
  return `${label}${failure.error.sentence[locale]} ${k('lastGood')}`;
}

/** The one that the reader has just changed, or else the one that the operation named. */
function paramAtFault(state: WidgetSurroundings['state'], argument: string): string {
  const edited = state.edited.value;
  return edited.includes(argument) ? argument : (edited.at(0) ?? argument);
}
