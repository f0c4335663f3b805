import { Container } from '@kindred/ui';
import { Outlet } from 'react-router';
import { errorMeta } from '../features/errors/error-meta.ts';
import { ErrorPage } from '../features/errors/error-page.tsx';
import { ShopFrame } from '../features/navigation/shop-frame.tsx';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/shop';

/** A page has its own; a frame in place of a page tells what went wrong. */
export function meta({ error, matches }: Route.MetaArgs) {
  return error === undefined ? matches[0].meta : errorMeta(error, siteOf(matches));
}

export default function ShopPages() {
  return (
    <ShopFrame>
      <Outlet />
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
