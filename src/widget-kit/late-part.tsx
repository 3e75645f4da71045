import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

const loads = new Set<() => Promise<unknown>>();

/** Loads the late parts of all figures whose code is there, seen or not. */
export const loadLateParts = () => Promise.all(Array.from(loads, (load) => load()));

/**
 * A part of a figure whose code comes after that of the rest: until then the HTML stays that the page
 * came with. The part should hold nothing that a reader must press at once.
 * @param part the part itself on the server, so that it is in the HTML; elsewhere undefined
 * @param load gives the same part
 */
export function latePart<P extends object>(
  part: ComponentType<P> | undefined,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  loads.add(load);
  return function LatePart(props: P) {
    const loaded = useSignal(part && { Part: part });
    useEffect(() => {
      let gone = false;
      void load().then((Part) => {
        if (!gone) loaded.value = { Part };
      });
      return () => {
        gone = true;
      };
    }, []);
    const Part = loaded.value?.Part;
    // Preact leaves what it finds in an element whose HTML is given.
    return Part ? (
      <div class="late-part">
        <Part {...props} />
      </div>
    ) : (
      <div class="late-part" dangerouslySetInnerHTML={{ __html: '' }} />
    );
  };
}
