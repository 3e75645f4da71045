import { useWidget } from '#kit/context.ts';
import { ChoiceControl } from './choice-control.tsx';
import { NumberControl } from './number-control.tsx';
import { ToggleControl } from './toggle-control.tsx';

/** The control of one param, as its schema asks for; tensors are edited in the figure itself. */
export function Control({ name }: { readonly name: string }) {
  const { widget } = useWidget();
  const param = widget.params[name];
  switch (param.kind) {
    case 'integer':
    case 'number':
      return <NumberControl name={name} param={param} />;
    case 'choice':
      return <ChoiceControl name={name} param={param} />;
    case 'toggle':
      return <ToggleControl name={name} />;
    case 'tensor':
      throw new Error(`“${name}” is a tensor: give it a MatrixEditor`);
  }
}
