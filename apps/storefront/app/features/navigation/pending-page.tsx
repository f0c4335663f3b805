import { type ReactNode, useLayoutEffect } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { knownCardAt } from '../product/known-cards.ts';
import { ProductPreview } from '../product/product-preview.tsx';

/**
 * A product's page appears at once, with what its card says. The page before it stays in the document, hidden, until the whole page is
 * there: if the shopper turns back meanwhile, nothing of it is lost.
 */
export function PendingPage({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { state, location: next } = useNavigation();
  const card = state === 'loading' && next.pathname !== pathname ? knownCardAt(next.pathname) : undefined;
  useOwnScroll(card !== undefined);
  return (
    <>
      {card && <ProductPreview card={card} />}
      <div className={card ? 'hidden' : 'contents'}>{children}</div>
    </>
  );
}

/** The preview begins at its top. The page before it is found where it was; the router scrolls if there is a new one. */
function useOwnScroll(isShown: boolean): void {
  useLayoutEffect(() => {
    if (!isShown) return;
    const { scrollY } = window;
    window.scrollTo(0, 0);
    return () => window.scrollTo(0, scrollY);
  }, [isShown]);
}
