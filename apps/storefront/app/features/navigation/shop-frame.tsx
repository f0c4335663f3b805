import { SkipLink } from '@kindred/ui';
import type { ReactNode } from 'react';
import { PrefetchPageLinks, useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';
import { useNonces } from '../../shared/nonces.tsx';
import { cartChangesPath } from '../cart/cart-change.ts';
import { CompareTray } from '../compare/compare-tray.tsx';
import { Announcement } from '../shop/announcement.tsx';
import { WishlistForm } from '../wishlist/wishlist-form.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { OfflineNotice } from './offline-notice.tsx';

/** Header, page and footer. An error page has them too, with the data that did load. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const departments = useRouteLoaderData<typeof loader>('root')?.departments ?? [];
  const nonces = useNonces();
  return (
    <>
      {/* The script that adds to the cart loads before the shopper needs it. */}
      <PrefetchPageLinks page={cartChangesPath} nonce={nonces.script} />
      <SkipLink href="#content" />
      <Announcement />
      <Header departments={departments} />
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <Footer departments={departments} />
      <OfflineNotice />
      <WishlistForm />
      <CompareTray />
    </>
  );
}
