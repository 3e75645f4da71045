import { useLayoutEffect, useRef } from 'preact/hooks';

/** A part of the chapter that has been copied, as it is. */
export function Part({ element }: { readonly element: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(element);
  }, [element]);
  return <div ref={place} class="part" />;
}
