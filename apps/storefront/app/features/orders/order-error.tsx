import { Container } from '@kindred/ui';
import { statusOf } from '../errors/error-meta.ts';
import { ErrorPage } from '../errors/error-page.tsx';
import { OrderNotFound } from './order-not-found.tsx';

/** Replaces a page about an order. */
export function OrderError({ error }: { error: unknown }) {
  if (statusOf(error) === 404) return <OrderNotFound />;
  return (
    <Container>
      <ErrorPage error={error} />
    </Container>
  );
}
