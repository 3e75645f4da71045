import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { batchSizes, type Model } from './model.ts';
import { architectures, tasks, type Architecture, type Task } from './norms.ts';
import type { Key } from './strings.ts';
import { namesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What the rules choose for every answer: pressing a field asks about its case. */
export function FirstChoices({ model, t }: Props) {
  const { batch } = model.situation.value;
  return (
    <div class="first-choices">
      <section>
        <PanelTitle name={t('map')} note={t('mapNote', { batch })} />
        <table class="choice-map">
          <thead>
            <tr>
              <td />
              {tasks.map((task) => (
                <TaskHead key={task} task={task} model={model} t={t} />
              ))}
            </tr>
          </thead>
          <tbody>
            {architectures.map((architecture) => (
              <Row key={architecture} architecture={architecture} model={model} t={t} />
            ))}
          </tbody>
        </table>
      </section>
      <section {...usePart('batch')}>
        <PanelTitle name={t('sizes')} note={t('sizesNote')} />
        <p class="sizes" role="group" aria-label={t('param.batch')}>
          {batchSizes.map((size) => {
            const norms = namesOf(t, model.firstFor({ batch: size }));
            return (
              <button
                key={size}
                type="button"
                aria-pressed={batch === size}
                onClick={() => model.setBatch(size)}
              >
                <b>{size}</b> <span>{norms}</span>
              </button>
            );
          })}
        </p>
      </section>
    </div>
  );
}

function TaskHead({ task, model, t }: Props & { readonly task: Task }) {
  const part = usePart('task');
  const isAsked = model.situation.value.task === task;
  return (
    <th scope="col" {...(isAsked && part)}>
      {t(`task.${task}`)}
    </th>
  );
}

function Row({ architecture, model, t }: Props & { readonly architecture: Architecture }) {
  const part = usePart('architecture');
  const asked = model.situation.value;
  return (
    <tr>
      <th scope="row" {...(asked.architecture === architecture && part)}>
        {t(`architecture.${architecture}`)}
      </th>
      {tasks.map((task) => {
        const norms = namesOf(t, model.firstFor({ task, architecture }));
        return (
          <td key={task}>
            <button
              type="button"
              aria-pressed={asked.task === task && asked.architecture === architecture}
              aria-label={t('fieldName', {
                architecture: t(`architecture.${architecture}`),
                task: t(`task.${task}`),
                norms,
              })}
              onClick={() => model.choose({ task, architecture })}
            >
              {norms}
            </button>
          </td>
        );
      })}
    </tr>
  );
}
