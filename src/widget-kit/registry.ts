import type { AnyWidget } from './define-widget.ts';

const modules = import.meta.glob<{ default: AnyWidget }>('../../components/widgets/*/widget.ts', {
  eager: true,
});

/** Every widget there is, by id; a folder is enough to be among them. */
export const widgets: ReadonlyMap<string, AnyWidget> = new Map(
  Object.values(modules).map(({ default: widget }) => [widget.id, widget]),
);

/** Widgets that readers are shown: not the template that new ones are copied from. */
export const listedWidgets: readonly AnyWidget[] = [...widgets.values()].filter(
  ({ id }) => !id.startsWith('_'),
);
