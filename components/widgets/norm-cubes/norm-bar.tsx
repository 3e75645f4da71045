import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { divisorsOf, norms, setsOf } from './sets.ts';
import { SetsPicture } from './sets-picture.tsx';
import type { Key } from './strings.ts';

/** Chooses the norm, each shown by what it takes together; and of group normalization how many groups. */
export function NormBar({ model, t }: ViewProps<Model, Key>) {
  const { norm, groups } = model.state.params.value;
  const { shape } = model.tensors.value.x;
  return (
    <div class="norm-bar">
      <p role="group" aria-label={t('param.norm')}>
        {norms.map((name) => {
          const sets = setsOf(name, shape, groups);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={norm === name}
              onClick={() => model.setNorm('norm', name)}
            >
              <SetsPicture norm={name} shape={shape} groups={groups} />
              {t(`norm.${name}`)}
              <small aria-hidden="true">{sets ? `${sets.count} × ${sets.values}` : '–'}</small>
            </button>
          );
        })}
      </p>
      <p class="key-line">{t('pictureKey')}</p>
      {norm === 'group' && (
        <p role="group" aria-label={t('param.groups')} class="groups">
          <span>G =</span>
          {divisorsOf(shape[1]).map((size) => (
            <button
              key={size}
              type="button"
              aria-pressed={groups === size}
              onClick={() => model.state.edit({ groups: size })}
            >
              {size}
              {size === 1 && <small>{t('likeLayer')}</small>}
              {size === shape[1] && size > 1 && <small>{t('likeInstance')}</small>}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
