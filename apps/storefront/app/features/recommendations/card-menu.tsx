import type { FeedbackKind, RecommendedItem } from '@kindred/contracts';
import { IconButton, Link, MoreIcon, SheetCloseButton } from '@kindred/ui';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { whyText } from './feedback-words.ts';
import { type Say, sayPath } from './use-say.ts';

interface Choice {
  readonly kind: FeedbackKind;
  readonly productId: number;
  readonly label: string;
}

type MenuItem = Pick<RecommendedItem, 'product' | 'reason'>;

function choicesOf({ product, reason }: MenuItem): Choice[] {
  const { product_id: productId, brand } = product;
  const choices: Choice[] = [];
  if (reason.can_be_switched_off && reason.product_id !== null)
    choices.push({ kind: 'without', productId: reason.product_id, label: 'Do not use this reason' });
  choices.push(
    { kind: 'like', productId, label: 'More like this' },
    { kind: 'dislike', productId, label: 'Less like this' },
    { kind: 'hide', productId, label: 'Not interested' },
    { kind: 'own', productId, label: 'I already have it' },
  );
  if (brand !== null) choices.push({ kind: 'less-of-brand', productId, label: `Less of ${brand}` });
  choices.push({ kind: 'less-of-category', productId, label: 'Less of this kind' });
  return choices;
}

/** Says why a product is recommended, and takes the shopper's opinion. The browser opens it, so it works without JavaScript. */
export function CardMenu({ item, isBusy, say }: { item: MenuItem } & Say) {
  const id = useId();
  const titleId = useId();
  const menu = useRef<HTMLDivElement>(null);
  const { account, is_opted_out: isOptedOut } = useSession();
  const { title } = item.product;
  return (
    <>
      <IconButton
        label={`Why this, and more: ${title}`}
        aria-haspopup="dialog"
        popoverTarget={id}
        className="bg-paper/85 hover:bg-paper"
      >
        <MoreIcon size={20} aria-hidden="true" />
      </IconButton>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="dialog"
        tabIndex={-1}
        aria-labelledby={titleId}
        onToggle={({ newState }) => newState === 'open' && menu.current?.focus()}
        onKeyDown={moveBetweenChoices}
        onBlur={({ relatedTarget, currentTarget }) => {
          // The Tab key left it. It would cover what has the focus now.
          const isLeft = relatedTarget && !currentTarget.contains(relatedTarget);
          if (isLeft && relatedTarget.getAttribute('popovertarget') !== id) currentTarget.hidePopover();
        }}
        className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-lg bg-paper text-ink shadow-overlay outline-none backdrop:bg-scrim sm:inset-0 sm:m-auto sm:h-fit sm:w-96 sm:rounded-lg"
      >
        <div className="flex items-start justify-between gap-3 border-line border-b py-2 pr-3 pl-5">
          <p id={titleId} className="line-clamp-2 py-3 font-medium text-sm [overflow-wrap:anywhere]">
            {title}
          </p>
          <SheetCloseButton id={id} />
        </div>
        <div className="px-5 pt-4">
          <p className="font-medium text-sm">Why this?</p>
          <p className="mt-1 text-ink-muted text-sm">{whyText(item.reason)}</p>
        </div>
        {isOptedOut ? (
          <p className="px-5 pt-4 text-ink-muted text-sm">
            Your personal recommendations are off, so every shopper sees this.
          </p>
        ) : (
          <Choices item={item} isBusy={isBusy} say={say} onChoice={() => menu.current?.hidePopover()} />
        )}
        <p className="mt-3 border-line border-t px-5 py-2 text-sm">
          <Link
            href={account ? '/account/recommendations' : '/recommendations'}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            Your history and settings
          </Link>
        </p>
      </div>
    </>
  );
}

function Choices({ item, isBusy, say, onChoice }: { item: MenuItem; onChoice: () => void } & Say) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={sayPath} className="px-3 pt-3">
      <input type="hidden" name="return_to" value={pathname + search} />
      <ul>
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
                onChoice();
                say({ say: `${kind} ${productId}` });
              }}
              className="flex min-h-11 w-full items-center rounded-md px-2 text-left text-sm transition-colors hover:bg-surface aria-disabled:opacity-50"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Up and down move between the choices, as the Tab key does. */
function moveBetweenChoices(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('button[name=say]')];
  const place = choices.indexOf(event.target as HTMLElement);
  const next = place < 0 ? choices.at(step > 0 ? 0 : -1) : choices[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
