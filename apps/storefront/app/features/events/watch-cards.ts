/**
 * @file Reports the recommended cards that a shopper has seen: half of the card was visible for a second. Their links say which
 * recommendation they are of, so a card needs no code of its own.
 */
import { cardOf, type RecommendedCard } from '../recommendations/click-origin.ts';

const visiblePart = 0.5;
const visibleMs = 1_000;

/** Watches all cards of the page, and those that are added later. Returns the way to stop. */
export function watchCards(onSeen: (card: RecommendedCard) => void): () => void {
  const seen = new Set<string>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const cards = new WeakMap<Element, RecommendedCard>();

  const intersections = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries)
        if (intersectionRatio < visiblePart) forget(target);
        else if (!timers.has(target)) timers.set(target, setTimeout(note, visibleMs, target));
    },
    { threshold: visiblePart },
  );

  function forget(target: Element): void {
    clearTimeout(timers.get(target));
    timers.delete(target);
  }

  function note(target: Element): void {
    timers.delete(target);
    // In the background nothing is seen. The observer is asked again, which starts the second anew when the page is back.
    if (document.visibilityState === 'hidden') {
      watchAgain(target);
      return;
    }
    intersections.unobserve(target);
    const card = cards.get(target)!;
    const key = `${card.request_id} ${card.position}`;
    if (seen.has(key)) return;
    seen.add(key);
    onSeen(card);
  }

  function watchAgain(target: Element): void {
    intersections.unobserve(target);
    const start = () => {
      document.removeEventListener('visibilitychange', start);
      if (target.isConnected) intersections.observe(target);
    };
    document.addEventListener('visibilitychange', start);
  }

  function watchBelow(root: ParentNode): void {
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href*="rid="]')) {
      const card = cardOf(new URL(link.href).searchParams);
      // The link of a card may be as small as its title.
      const target = link.closest('article') ?? link;
      if (!card || isSame(card, cards.get(target))) continue;
      forget(target);
      cards.set(target, card);
      // The observer says where a target is when it begins to watch it.
      intersections.unobserve(target);
      intersections.observe(target);
    }
  }

  const changes = new MutationObserver((records) => {
    for (const parent of new Set(records.map(({ target }) => target.parentElement ?? target)))
      watchBelow(parent as Element);
  });
  watchBelow(document);
  changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ['href'] });
  return () => {
    changes.disconnect();
    intersections.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

const isSame = (one: RecommendedCard, other: RecommendedCard | undefined): boolean =>
  one.request_id === other?.request_id && one.position === other.position;
