import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { codeLanguages, type CodeLanguage, type CodeOf } from '../define-widget.ts';
import { useWidget } from '../context.ts';
import { Copyable } from './copyable.tsx';

const names: Readonly<Record<CodeLanguage, string>> = {
  pytorch: 'PyTorch',
  numpy: 'NumPy',
  tfjs: 'TensorFlow.js',
};

/** The present state as code for three libraries. */
export function CodePanel() {
  const { widget, state, k } = useWidget();
  const chosen = useSignal<CodeLanguage>('pytorch');
  const code = useSignal<CodeOf<never> | undefined>(undefined);
  useEffect(() => {
    void widget.code().then((loaded) => {
      code.value = loaded;
    });
  }, []);
  const text = code.value?.[chosen.value](state.params.value as never) ?? '';
  return (
    <>
      <p>{k('codeText')}</p>
      <div class="tabs">
        {codeLanguages.map((language) => (
          <button
            key={language}
            type="button"
            aria-pressed={language === chosen.value}
            onClick={() => {
              chosen.value = language;
            }}
          >
            {names[language]}
          </button>
        ))}
      </div>
      <Copyable text={text} label={names[chosen.value]} rows={16} />
    </>
  );
}
