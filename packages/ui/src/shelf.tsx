import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { ArrowLeftIcon, ArrowRightIcon } from './icons.tsx';
import { ProductCardSkeleton } from './product-card.tsx';
import { showWhole } from './show-whole.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useScrollEdges } from './use-scroll-edges.ts';

export interface ShelfProps {
  title: string;
  /** A sentence below the title. */
  note?: string | undefined;
  /** Below the note. */
  extra?: ReactNode;
  /** Other cards are on their way. */
  isBusy?: boolean;
  /** One child per card, each with a key. */
  children: ReactNode[];
  id?: string;
}

/** The displayed width of a card's picture on a shelf. */
export const shelfPictureSizes =
  '(min-width: 90rem) 250px, (min-width: 64rem) 18vw, (min-width: 48rem) 22vw, (min-width: 40rem) 29vw, 42vw';

const row =
  'scrollbar-none -mx-4 grid snap-x transition-opacity aria-busy:opacity-50 snap-mandatory scroll-px-4 auto-cols-[44%] grid-flow-col gap-4 overflow-x-auto overscroll-x-contain px-4 pt-1.5 pb-3 sm:auto-cols-[30%] md:-mx-2 md:scroll-px-2 md:auto-cols-[calc((100%-3*1.5rem)/4)] md:gap-6 md:px-2 lg:auto-cols-[calc((100%-4*1.5rem)/5)]';

/**
 * A row of cards that scrolls sideways. The browser scrolls, so it works by touch, wheel and
 * keyboard, and without JavaScript. The buttons scroll by a page.
 */
export function Shelf({ title, note, extra, isBusy, children, id }: ShelfProps) {
  const headingId = useId();
  const scroller = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const keepPlace = useKeptPlace(heading, scroller);
  const { atStart, atEnd } = useScrollEdges(scroller);

  const turnPage = (direction: -1 | 1) => {
    const element = scroller.current;
    element?.scrollBy({ left: direction * element.clientWidth * 0.9, behavior: 'smooth' });
  };

  return (
    <section id={id} aria-labelledby={headingId} onFocus={keepPlace} className="unpainted-far print:hidden">
      <div className="mb-5 flex min-h-11 items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 ref={heading} id={headingId} tabIndex={-1} className="font-semibold text-2xl">
            {title}
          </h2>
          {note && <p className="mt-1 text-ink-muted text-sm">{note}</p>}
          {extra}
        </div>
        <div className="-mr-2 hidden scripted:md:flex">
          <IconButton label={`${title}: back`} aria-disabled={atStart} onClick={() => turnPage(-1)}>
            <ArrowLeftIcon size={20} aria-hidden="true" />
          </IconButton>
          <IconButton label={`${title}: more`} aria-disabled={atEnd} onClick={() => turnPage(1)}>
            <ArrowRightIcon size={20} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      <ul ref={scroller} aria-busy={isBusy} onKeyDown={moveBetweenCards} onFocus={showWhole} className={row}>
        {children.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place on the shelf is what the item is.
          <li key={index} className="snap-start">
            {child}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The space of a shelf while it loads. */
export function ShelfSkeleton() {
  return (
    <div aria-hidden="true" className="overflow-hidden print:hidden">
      <div className="mb-5 flex min-h-11 items-end">
        <div className="h-8 w-44 animate-shimmer rounded-sm bg-surface-strong" />
      </div>
      <ul className={row}>
        {['a', 'b', 'c', 'd', 'e'].map((card) => (
          <li key={card}>
            <ProductCardSkeleton />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Left and right move between the cards' links, as the Tab key does. */
function moveBetweenCards(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const target = event.target as Element;
  const current = target.closest('li');
  const next = event.key === 'ArrowRight' ? current?.nextElementSibling : current?.previousElementSibling;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus({ preventScroll: true });
  next?.scrollIntoView({ behavior: 'smooth', inline: 'nearest', block: 'nearest' });
}
