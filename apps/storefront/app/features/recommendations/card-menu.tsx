import type { FeedbackKind, RecommendedItem } from '@kindred/contracts';
import { CloseIcon, IconButton, Link, MoreIcon } from '@kindred/ui';
import { useId, useRef } from 'react';
import { useLocation } from 'react-router';
import { whyText } from './feedback-words.ts';
import { sayPath, useSay } from './use-say.ts';

interface Choice {
  readonly kind: FeedbackKind;
  readonly productId: number;
  readonly label: string;
}

function choicesOf({ product, reason }: Pick<RecommendedItem, 'product' | 'reason'>): Choice[] {
  const { product_id: productId, brand } = product;
  const choices: Choice[] = [
    { kind: 'like', productId, label: 'More like this' },
    { kind: 'dislike', productId, label: 'Less like this' },
    { kind: 'hide', productId, label: 'Not interested' },
    { kind: 'own', productId, label: 'I have it' },
  ];
  if (brand !== null) choices.push({ kind: 'less-of-brand', productId, label: `Less of ${brand}` });
  choices.push({ kind: 'less-of-category', productId, label: 'Less of this kind' });
  if (reason.can_be_switched_off && reason.product_id !== null)
    choices.push({ kind: 'without', productId: reason.product_id, label: 'Recommend without this reason' });
  return choices;
}

/** Says why a product is recommended, and takes the shopper's opinion. The browser opens it, so it works without JavaScript. */
export function CardMenu({ item }: { item: Pick<RecommendedItem, 'product' | 'reason'> }) {
  const { pathname, search } = useLocation();
  const id = useId();
  const menu = useRef<HTMLFormElement>(null);
  const { isBusy, say } = useSay();
  const { title } = item.product;
  return (
    <>
      <IconButton
        label={`Why this, and more: ${title}`}
        popoverTarget={id}
        className="bg-paper/85 hover:bg-paper"
      >
        <MoreIcon size={20} aria-hidden="true" />
      </IconButton>
      <form
        ref={menu}
        id={id}
        popover="auto"
        method="post"
        action={sayPath}
        aria-label={`About ${title}`}
        className="inset-x-0 top-auto bottom-0 m-0 w-full max-w-none rounded-t-xl bg-paper p-5 text-ink shadow-overlay backdrop:bg-ink/40 sm:inset-0 sm:m-auto sm:h-fit sm:w-96 sm:rounded-xl"
      >
        <input type="hidden" name="return_to" value={pathname + search} />
        <div className="flex items-start justify-between gap-3">
          <p className="line-clamp-2 font-medium text-sm">{title}</p>
          <IconButton label="Close" popoverTarget={id} popoverTargetAction="hide" className="-mt-2.5 -mr-2.5">
            <CloseIcon size={18} aria-hidden="true" />
          </IconButton>
        </div>
        <h4 className="mt-2 font-medium text-sm">Why this?</h4>
        <p className="mt-1 text-ink-muted text-sm">{whyText(item.reason)}</p>
        <ul className="mt-3 border-line border-t pt-2">
          {choicesOf(item).map(({ kind, productId, label }) => (
            <li key={kind}>
              <button
                type="submit"
                name="say"
                value={`${kind} ${productId}`}
                aria-disabled={isBusy || undefined}
                onClick={(event) => {
                  event.preventDefault();
                  if (isBusy) return;
                  menu.current?.hidePopover();
                  say({ say: `${kind} ${productId}` });
                }}
                className="flex min-h-11 w-full items-center rounded-md px-2 text-left text-sm transition-colors hover:bg-surface"
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
        <p className="mt-2 border-line border-t pt-3 text-sm">
          <Link href="/recommendations" className="underline underline-offset-4">
            All settings of your recommendations
          </Link>
        </p>
      </form>
    </>
  );
}
