import { Container } from '@kindred/ui';
import { isRouteErrorResponse, Outlet } from 'react-router';
import { ShopFrame } from '../features/navigation/shop-frame.tsx';
import { ErrorPage } from '../shared/error-page.tsx';
import type { Route } from './+types/shop';

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
        <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />
      </Container>
    </ShopFrame>
  );
}
