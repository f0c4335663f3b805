import { EmptyState, LinkButton } from '@kindred/ui';
import { comparePath } from './compare-list.ts';
import { useCompared } from './compare-store.ts';

/** The address names no product that the shop has. The browser may keep some. */
export function NoComparison() {
  const ids = useCompared().products.map(({ id }) => id);
  return (
    <EmptyState
      headingLevel={1}
      title="Choose two products of one kind"
      actions={
        <>
          {ids.length > 0 && (
            <LinkButton href={comparePath(ids)}>
              {ids.length === 1 ? 'Show the product that you chose' : `Compare your ${ids.length} products`}
            </LinkButton>
          )}
          <LinkButton href="/search" variant={ids.length > 0 ? 'secondary' : 'primary'}>
            Browse all products
          </LinkButton>
        </>
      }
    >
      Tick “Compare” below products in a list, or on a product’s page. You then see up to four of them side by
      side.
    </EmptyState>
  );
}
