import { useWidget } from '../context.ts';
import { completed } from '../link.ts';
import { Menu } from './menu.tsx';

/** The widget's teaching presets. */
export function ExamplesMenu() {
  const { widget, state, k, t } = useWidget();
  return (
    <Menu label={k('examples')}>
      {(close) => (
        <ul class="examples">
          {Object.entries(widget.examples).map(([name, example]) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  state.edit(completed(widget.params, example));
                  close();
                }}
              >
                {t(`example.${name}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}
