import type { ProductList } from '@kindred/contracts';
import { LoadMore } from '@kindred/ui';
import type { ListingState } from './listing-state.ts';
import { ProductGrid } from './product-grid.tsx';
import { useMoreProducts } from './use-more-products.ts';

interface GrowingProductGridProps {
  list: ProductList;
  searchId: string | undefined;
  state: ListingState;
  /** The address of the list in another state. */
  hrefOf: (state: ListingState) => string;
  eagerCount: number;
}

/** Two rows of the widest grid. */
const skeletons = 8;

export function GrowingProductGrid({ list, searchId, state, hrefOf, eagerCount }: GrowingProductGridProps) {
  const { items, nextCursor, isLoading, loadMore } = useMoreProducts(list, state);
  return (
    <>
      <ProductGrid
        products={items}
        searchId={searchId}
        eagerCount={eagerCount}
        pendingCount={isLoading ? skeletons : 0}
      />
      {nextCursor !== null && (
        <div className="mt-12">
          <LoadMore
            href={hrefOf({ ...state, cursor: nextCursor, searchId })}
            // An address with a cursor starts in the middle of the list, at an unknown position.
            shown={state.cursor === undefined ? items.length : undefined}
            total={list.total}
            noun="products"
            isLoading={isLoading}
            onLoadMore={loadMore}
          />
        </div>
      )}
    </>
  );
}
