import { useEffect, useRef } from 'react';

/**
 * Keeps the focus in a list whose items disappear. When the focused item is gone, the focus moves to the item that took its place, else
 * to the last item, else to the page's content. In an item, the element marked `data-line-focus` receives the focus.
 */
export function useKeptFocus(ids: readonly number[]) {
  const elements = useRef(new Map<number, HTMLElement>());
  const last = useRef<{ id: number; place: number }>(undefined);
  const places = useRef(ids);

  useEffect(() => {
    places.current = ids;
    const lost = last.current;
    if (!lost || ids.includes(lost.id)) return;
    last.current = undefined;
    if (document.activeElement && document.activeElement !== document.body) return;
    const heir = ids[lost.place] ?? ids.at(-1);
    const row = heir === undefined ? undefined : elements.current.get(heir);
    const target = row?.querySelector<HTMLElement>('[data-line-focus]') ?? document.getElementById('content');
    target?.focus();
  });

  return {
    listProps: {
      onFocus(event: { target: EventTarget }) {
        for (const [id, element] of elements.current)
          if (element.contains(event.target as Node))
            last.current = { id, place: places.current.indexOf(id) };
      },
      onBlur(event: { relatedTarget: EventTarget | null }) {
        if (event.relatedTarget) last.current = undefined;
      },
    },
    rowRef: (id: number) => (element: HTMLElement | null) => {
      if (element) elements.current.set(id, element);
      else elements.current.delete(id);
    },
  };
}

export type KeptFocus = ReturnType<typeof useKeptFocus>;
