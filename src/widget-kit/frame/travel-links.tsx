import type { NdArray } from '#nd/nd-array.ts';
import { addressOf, widgetPath } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { formatTensor } from '../tensor-text.ts';
import { destinationsOfPage, fitTensor, type Destination } from '../travel.ts';

/** Links that open a tensor of this figure in another widget. */
export function TravelLinks({ model }: { readonly model: unknown }) {
  const { widget, locale, k, t } = useWidget();
  const others = destinationsOfPage().filter((destination) => destination.widget !== widget.id);
  const given = Object.entries(widget.gives?.(model) ?? {});
  const trips = given.flatMap(([name, array]) =>
    others.flatMap((destination) => {
      const fitted = array && fitTensor(array, destination);
      return fitted ? [{ name, array, destination, fitted }] : [];
    }),
  );
  if (trips.length === 0) return null;
  const linkTo = ({ widget: id, version, param }: Destination, array: NdArray): string =>
    addressOf(
      widgetPath(locale, id),
      new URLSearchParams({ v: String(version), [param]: formatTensor(array) }).toString(),
    );
  return (
    <>
      <p>{k('travelText')}</p>
      <ul class="travel">
        {trips.map(({ name, array, destination, fitted }) => (
          <li key={`${name} ${destination.widget}`}>
            <a href={linkTo(destination, fitted)}>
              {t(name)} [{array.shape.join(', ')}] → {destination.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
