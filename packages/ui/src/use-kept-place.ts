import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus on a shelf whose cards disappear. If the focused element is gone, the focus moves to the card that took its place, or
 * to the last card. If it was above the cards, it moves to the heading.
 */
export function useKeptPlace(
  heading: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): (event: FocusEvent) => void {
  const last = useRef<{ element: Element; place: number }>(undefined);

  useEffect(() => {
    const lost = last.current;
    if (!lost || lost.element.isConnected) return;
    last.current = undefined;
    if (document.activeElement !== document.body) return;
    const cards = list.current?.children;
    const card = lost.place < 0 ? undefined : (cards?.[lost.place] ?? cards?.[cards.length - 1]);
    (card?.querySelector('a') ?? heading.current)?.focus({ preventScroll: true });
  });

  return ({ target }) => {
    const cards = [...(list.current?.children ?? [])];
    last.current = { element: target, place: cards.findIndex((card) => card.contains(target)) };
  };
}
