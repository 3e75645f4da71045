import type { ViewProps } from '#kit/define-widget.ts';
import { FirstChoices } from './first-choices.tsx';
import type { Model } from './model.ts';
import { Ranking } from './ranking.tsx';
import type { Key } from './strings.ts';
import { adviceText } from './words.ts';

/** Which norm comes first in which case, and for the case that is asked about all of them with their reasons. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="norm-chooser">
      <FirstChoices model={model} t={t} />
      <p class="advice">{adviceText(t, model)}</p>
      <Ranking model={model} t={t} />
    </div>
  );
}
