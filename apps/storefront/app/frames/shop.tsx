import { Container } from '@kindred/ui';
import { Outlet } from 'react-router';
import { errorMeta } from '../features/errors/error-meta.ts';
import { ErrorPage } from '../features/errors/error-page.tsx';
import { Pages } from '../features/navigation/pages.tsx';
import { ShopFrame } from '../features/navigation/shop-frame.tsx';
import { useKeptPages } from '../shared/kept-pages.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/shop';

/** A page sets its own meta tags. The frame sets them for an error. */
export function meta({ error, matches }: Route.MetaArgs) {
  return error === undefined ? matches[0].meta : errorMeta(error, siteOf(matches));
}

export default function ShopPages() {
  useKeptPages();
  return (
    <ShopFrame>
      <Pages>
        <Outlet />
      </Pages>
    </ShopFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <ShopFrame>
      <Container>
        <ErrorPage error={error} />
      </Container>
    </ShopFrame>
  );
}
