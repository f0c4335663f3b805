import type { Recommendations } from '@kindred/contracts';
import { CloseIcon } from '@kindred/ui';
import { useLocation } from 'react-router';
import { type Say, sayPath } from './use-say.ts';

const most = 3;

interface ShownReason {
  readonly text: string;
  readonly productId: number;
}

/** The things that the shopper did that are reasons on a shelf, those of the most cards first. */
export function shownReasons({ items }: Pick<Recommendations, 'items'>): ShownReason[] {
  const reasons = new Map<number, ShownReason & { cards: number }>();
  for (const { reason } of items) {
    if (!reason.can_be_switched_off || reason.product_id === null) continue;
    const known = reasons.get(reason.product_id);
    if (known) known.cards++;
    else reasons.set(reason.product_id, { text: reason.text, productId: reason.product_id, cards: 1 });
  }
  return [...reasons.values()].sort((a, b) => b.cards - a.cards).slice(0, most);
}

/** Names the reasons of a shelf once, each with a button that switches it off. */
export function ShelfReasons({ reasons, isBusy, say }: { reasons: readonly ShownReason[] } & Say) {
  const { pathname, search } = useLocation();
  if (reasons.length === 0) return null;
  return (
    <form method="post" action={sayPath}>
      <input type="hidden" name="return_to" value={pathname + search} />
      <ul className="mt-2 flex flex-wrap gap-2">
        {reasons.map(({ text, productId }) => (
          <li
            key={productId}
            className="inline-flex min-h-9 max-w-full forced-colors:border items-center gap-1 rounded-[1.125rem] max-md:rounded-[1.375rem] bg-surface pl-3.5 text-sm"
          >
            <span className="my-1.5 line-clamp-2 [overflow-wrap:anywhere]">{text}</span>
            <button
              type="submit"
              name="say"
              value={`without ${productId}`}
              aria-label={`Do not use this reason: ${text}`}
              title="Do not use this reason"
              aria-disabled={isBusy || undefined}
              onClick={(event) => {
                event.preventDefault();
                if (!isBusy) say({ say: `without ${productId}` });
              }}
              className="grid size-9 max-md:size-11 shrink-0 place-items-center rounded-full hover:bg-surface-strong"
            >
              <CloseIcon size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
