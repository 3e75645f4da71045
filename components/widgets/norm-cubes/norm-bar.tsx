import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { divisorsOf, norms } from './sets.ts';
import type { Key } from './strings.ts';

/** Chooses the norm, and of group normalization how many groups: from LN at one end to IN at the other. */
export function NormBar({ model, t }: ViewProps<Model, Key>) {
  const { norm, groups, x } = model.state.params.value;
  const sizes = divisorsOf(x.shape[1]);
  return (
    <div class="norm-bar" data-no-export>
      <p role="group" aria-label={t('param.norm')}>
        {norms.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={norm === name}
            onClick={() => model.setNorm('norm', name)}
          >
            {t(`norm.${name}`)}
          </button>
        ))}
      </p>
      {norm === 'group' && (
        <p role="group" aria-label={t('param.groups')} class="groups">
          <span>G =</span>
          {sizes.map((size) => (
            <button
              key={size}
              type="button"
              aria-pressed={groups === size}
              onClick={() => model.state.edit({ groups: size })}
            >
              {size}
              {size === 1 && <small>{t('likeLayer')}</small>}
              {size === x.shape[1] && size > 1 && <small>{t('likeInstance')}</small>}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
