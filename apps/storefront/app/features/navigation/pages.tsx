import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useMatches, useNavigate, useNavigation } from 'react-router';
import { keptHandle } from '../../shared/kept-pages.ts';
import type { CardProduct } from '../catalog/product-card-props.tsx';
import { knownCardAt } from '../product/known-cards.ts';
import { ProductPreview } from '../product/product-preview.tsx';
import {
  afterPaint,
  clearStage,
  isOnStage,
  keepListsIn,
  leaveStage,
  notedPlace,
  notePlace,
  tellRouter,
} from './revisits.ts';
import { useOutline } from './use-outline.tsx';

/**
 * The page, and what the shopper sees until the router has rendered the next one:
 * - after a click on a card, what the card says of the product, in the places of the product's page;
 * - after Back or Forward to a list, the list as they left it. It is what React has removed. Its links lead on; a button answers when
 *   the router has rendered the list.
 * - if a page takes a while, its outline.
 * If the shopper turns back meanwhile, the page is as it was.
 */
export function Pages({ children }: { children: ReactNode }) {
  const { key: visit, pathname } = useLocation();
  const { state } = useNavigation();
  const navigate = useNavigate();
  const matches = useMatches();
  const isList = matches.at(-1)?.handle === keptHandle;
  const page = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<CardProduct>();
  const outline = useOutline();
  /** The product to which a link on the stage led. The router may render the list before. */
  const ledTo = useRef<number>(undefined);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !event.isTrusted) return;
      notePlace();
      const isStaged = isOnStage(link);
      const card = link.pathname === window.location.pathname ? undefined : knownCardAt(link.pathname);
      if (!isPlainClick(event, link) || !(isStaged || card)) return;
      event.preventDefault();
      event.stopPropagation();
      leaveStage();
      ledTo.current = isStaged ? card?.product_id : undefined;
      const leadOn = () =>
        tellRouter(() => {
          // Of a link on the stage, React knows nothing.
          if (isStaged) navigate(link.pathname + link.search + link.hash);
          else link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
        });
      if (!card) return leadOn();
      flushSync(() => setPreview(card));
      window.scrollTo(0, 0);
      afterPaint(leadOn);
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [navigate]);

  const isPassing = useRef(false);
  isPassing.current = state !== 'idle';

  // The router has rendered a page.
  useLayoutEffect(() => {
    const element = page.current;
    const shownAt = element
      ? clearStage({ visit, element, isList, isPassing: isPassing.current })
      : undefined;
    // After the router has scrolled to where the list was when they left it.
    if (shownAt !== undefined) queueMicrotask(() => window.scrollTo(0, shownAt));
    const isArrived = ledTo.current === undefined || ledTo.current === knownCardAt(pathname)?.product_id;
    if (isArrived) setPreview(undefined);
    // Soon the browser has laid out a list's cards once, and knows their sizes.
    element?.removeAttribute('data-settled');
    const settled = isList && setTimeout(() => element?.setAttribute('data-settled', ''), 500);
    return () => clearTimeout(settled || undefined);
  }, [visit, pathname, isList]);

  const standIn = preview ? <ProductPreview card={preview} /> : outline;
  const isReplaced = Boolean(standIn);
  useLayoutEffect(() => {
    if (standIn && !preview) window.scrollTo(0, 0);
  }, [standIn, preview]);

  // It has given up a navigation.
  const begunAt = useRef<string>(undefined);
  const wasReplaced = useRef(false);
  useEffect(() => {
    const isGivenUp = state === 'idle' && begunAt.current === visit && wasReplaced.current;
    begunAt.current = state === 'idle' ? undefined : visit;
    wasReplaced.current = isReplaced;
    if (!isGivenUp) return;
    setPreview(undefined);
    window.scrollTo(0, notedPlace().scrollY);
  }, [state, visit, isReplaced]);

  return (
    <div ref={keepListsIn}>
      {standIn && <div>{standIn}</div>}
      <div key={matches[framedBy]?.id} ref={page} className={standIn ? 'set-aside' : undefined}>
        {children}
      </div>
    </div>
  );
}

/** The root and the frame are around the page. */
const framedBy = 2;

/** A click that opens the link here, and not in another tab or window. */
const isPlainClick = (event: MouseEvent, { origin, target }: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  target === '' &&
  origin === window.location.origin;
