import type { RecommendedItem } from '@kindred/contracts';
import { Dialog, Link, MoreIcon } from '@kindred/ui';
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { Choices, subjectOf } from './choices.tsx';
import { optedOutText, whyText } from './feedback-words.ts';
import { menuHref } from './menu-address.ts';
import { type Say, useSay } from './use-say.ts';

type MenuItem = Pick<RecommendedItem, 'product' | 'reason'>;

interface CardMenu extends Say {
  /** Opens the menu of the page with the content of a card. */
  open(item: MenuItem): void;
}

const CardMenuContext = createContext<CardMenu | undefined>(undefined);

/** The page has one menu for all cards: it says why a product is recommended, and takes the shopper's opinion. */
export function CardMenuProvider({ children }: { children: ReactNode }) {
  const { isBusy, say } = useSay();
  const [item, setItem] = useState<MenuItem>();
  const { key } = useLocation();
  const close = useCallback(() => setItem(undefined), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when its page is left.
  useEffect(() => close, [key]);

  const menu = useMemo(() => ({ isBusy, say, open: setItem }), [isBusy, say]);
  return (
    <CardMenuContext value={menu}>
      {children}
      <Dialog kind="sheet" isOpen={item !== undefined} onClose={close} title={item?.product.title ?? ''}>
        {item && <MenuContent item={item} isBusy={isBusy} say={say} onChoice={close} />}
      </Dialog>
    </CardMenuContext>
  );
}

export function useCardMenu(): CardMenu {
  const menu = useContext(CardMenuContext);
  if (!menu) throw new Error('A card with a menu is outside CardMenuProvider.');
  return menu;
}

/** Opens the menu with this card's content. Without JavaScript, it leads to a page with the same choices. */
export function CardMenuLink({ item }: { item: MenuItem }) {
  const { open } = useCardMenu();
  const name = `Why this, and more: ${item.product.title}`;
  return (
    <Link
      href={menuHref(item)}
      rel="nofollow"
      aria-label={name}
      title={name}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(item);
      }}
      className="inline-grid size-11 shrink-0 place-items-center rounded-full bg-paper/85 text-ink transition-colors hover:bg-paper"
    >
      <MoreIcon size={20} aria-hidden="true" />
    </Link>
  );
}

function MenuContent({ item, isBusy, say, onChoice }: { item: MenuItem; onChoice: () => void } & Say) {
  const { account, is_opted_out: isOptedOut } = useSession();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons in it.
    <div onKeyDown={moveBetweenChoices}>
      <p className="font-medium text-sm">Why this?</p>
      <p className="mt-1 text-ink-muted text-sm">{whyText(item.reason)}</p>
      {isOptedOut ? (
        <p className="mt-4 text-ink-muted text-sm">{optedOutText}</p>
      ) : (
        <div className="mt-3">
          <Choices subject={subjectOf(item)} isBusy={isBusy} say={say} onChoice={onChoice} />
        </div>
      )}
      <p className="-mx-5 mt-3 -mb-3 border-line border-t px-5 pt-2 text-sm">
        <Link
          href={account ? '/account/recommendations' : '/recommendations'}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          Your history and settings
        </Link>
      </p>
    </div>
  );
}

/** Up and down move between the choices, as the Tab key does. */
function moveBetweenChoices(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('button[name=say]')];
  const place = choices.indexOf(event.target as HTMLElement);
  const next = place < 0 ? choices.at(step > 0 ? 0 : -1) : choices[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
