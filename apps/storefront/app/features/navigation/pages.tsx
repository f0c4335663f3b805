import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useMatches, useNavigate, useNavigation } from 'react-router';
import { keptHandle, visitOf } from '../../shared/kept-pages.ts';
import type { CardProduct } from '../catalog/product-card-props.tsx';
import { knownCardAt } from '../product/known-cards.ts';
import { ProductPreview } from '../product/product-preview.tsx';
import { keepLeftPage, type LeftPage, takeLeftPage } from './left-pages.ts';
import { useOutline } from './use-outline.tsx';

/**
 * The page, and what the shopper sees until the router has rendered the next one:
 * - after a click on a card, what the card says of the product, in the places of the product's page;
 * - after Back or Forward to a list, the list as they left it. Its nodes are those that React has removed from the document. A link in
 *   it is followed, and a button answers, when the router has rendered the list.
 * - if a page takes a while, its outline.
 * If the shopper turns back meanwhile, the page is as it was.
 */
export function Pages({ children }: { children: ReactNode }) {
  const { key: visit } = useLocation();
  const { state } = useNavigation();
  const navigate = useNavigate();
  const isList = useMatches().at(-1)?.handle === keptHandle;
  const page = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<CardProduct>();
  const [revisit, setRevisit] = useState<string>();
  const outline = useOutline();
  /** Where the page is scrolled to. */
  const scrollY = useRef(0);
  const shown = useRef<Omit<LeftPage, 'scrollY'>>(undefined);
  /** The link that the shopper clicked in the list that they left. */
  const followed = useRef<HTMLAnchorElement>(undefined);

  useEffect(() => {
    const beforeClick = () => {
      scrollY.current = window.scrollY;
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link) return;
      if (before.current?.contains(link) && isPlainClick(event, link)) {
        event.preventDefault();
        followed.current = link;
      }
      // The router prevents a click on a link if it navigates itself.
      if (!event.defaultPrevented || link.pathname === window.location.pathname) return;
      const card = knownCardAt(link.pathname);
      if (!card) return;
      before.current?.replaceChildren();
      flushSync(() => setPreview(card));
      window.scrollTo(0, 0);
    };
    const onPopState = ({ state: entry }: PopStateEvent) => {
      scrollY.current = window.scrollY;
      const left = takeLeftPage(visitOf(entry));
      followed.current = undefined;
      before.current?.replaceChildren(...(left?.nodes ?? []));
      flushSync(() => setRevisit(left?.visit));
      if (left) window.scrollTo(0, left.scrollY);
    };
    document.addEventListener('click', beforeClick, { capture: true });
    document.addEventListener('click', onClick);
    window.addEventListener('popstate', onPopState);
    return () => {
      document.removeEventListener('click', beforeClick, { capture: true });
      document.removeEventListener('click', onClick);
      window.removeEventListener('popstate', onPopState);
    };
  }, []);

  // The router has rendered a page.
  useLayoutEffect(() => {
    before.current?.replaceChildren();
    setRevisit(undefined);
    const link = followed.current;
    followed.current = undefined;
    if (!link) setPreview(undefined);
    // After the router has scrolled to where the list was left.
    else
      queueMicrotask(() => {
        window.scrollTo(0, scrollY.current);
        navigate(link.pathname + link.search + link.hash);
        if (knownCardAt(link.pathname)) window.scrollTo(0, 0);
      });
    const left = shown.current;
    if (left && left.visit !== visit) keepLeftPage({ ...left, scrollY: scrollY.current });
    shown.current = isList ? { visit, nodes: [...(page.current?.childNodes ?? [])] } : undefined;
  }, [visit, isList, navigate]);

  const isRevisit = revisit !== undefined && revisit !== visit;
  const standIn = preview ? <ProductPreview card={preview} /> : isRevisit ? undefined : outline;
  const isReplaced = isRevisit || Boolean(standIn);
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
    before.current?.replaceChildren();
    setPreview(undefined);
    setRevisit(undefined);
    window.scrollTo(0, scrollY.current);
  }, [state, visit, isReplaced]);

  return (
    <>
      {standIn}
      <div ref={before} className="contents" />
      <div ref={page} className={isReplaced ? 'hidden' : 'contents'}>
        {children}
      </div>
    </>
  );
}

/** A click that opens the link here, and not in another tab or window. */
const isPlainClick = (event: MouseEvent, { origin, target }: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  target === '' &&
  origin === window.location.origin;
