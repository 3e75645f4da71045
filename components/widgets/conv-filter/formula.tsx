import { Symbol } from '#kit/symbol.tsx';
import { outputSize, type AxisGeometry } from '#nd/conv-geometry.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1, in letters and with the present numbers, once for each axis that differs. */
export function Formula({ model, t }: { readonly model: Model; readonly t: Translate<Key> }) {
  const [vertical, horizontal] = model.axes.value;
  const square = vertical.size === horizontal.size && vertical.kernel === horizontal.kernel;
  return (
    <div class="formula">
      <p>
        <span>{t('outputSide')}</span>
        <Size n="n" p="p" d="d" k="k" s="s" />
      </p>
      <AxisFormula label={square ? '' : t('height')} axis={vertical} />
      {!square && <AxisFormula label={t('width')} axis={horizontal} />}
    </div>
  );
}

function AxisFormula({ label, axis }: { readonly label: string; readonly axis: AxisGeometry }) {
  const { size, padding, dilation, kernel, stride } = axis;
  return (
    <p>
      <span>{label}</span>
      <Size n={size} p={`·${padding[0]}`} d={`${dilation}·`} k={kernel} s={stride} />
      <span>
        {' '}
        = <Symbol part="output">{outputSize(axis)}</Symbol>
      </span>
    </p>
  );
}

type SizeProps = Readonly<Record<'n' | 'p' | 'd' | 'k' | 's', string | number>>;

function Size({ n, p, d, k, s }: SizeProps) {
  return (
    <span>
      ⌊(<Symbol part="image">{n}</Symbol> + 2<Symbol part="padding">{p}</Symbol> −{' '}
      <Symbol part="dilation">{d}</Symbol>(<Symbol part="kernel">{k}</Symbol> − 1) − 1) /{' '}
      <Symbol part="stride">{s}</Symbol>⌋ + 1
    </span>
  );
}
