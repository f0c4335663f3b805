import type { ProductList } from '@kindred/contracts';
import { LinkButton, LoadMore } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { type ListingState, pageSize } from './listing-state.ts';
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

/** Two rows of a wide grid. */
const skeletons = 8;

export function GrowingProductGrid({ list, searchId, state, hrefOf, eagerCount }: GrowingProductGridProps) {
  const hrefOfPage = (page: number) => hrefOf({ ...state, page, searchId });
  const { items, from, last, hasMore, isLoading, loadMore } = useMoreProducts({
    loaded: list,
    state,
    hrefOfPage,
  });
  const grid = useRef<HTMLDivElement>(null);
  /** The place of the first card that the shopper asked for. */
  const asked = useRef<number>(undefined);

  useEffect(() => {
    const place = asked.current;
    if (place === undefined || items.length <= place) return;
    asked.current = undefined;
    const { activeElement } = document;
    // Not if the shopper went elsewhere meanwhile.
    if (activeElement === document.body || activeElement?.matches('a[rel=next]'))
      grid.current?.querySelectorAll<HTMLElement>('h3 a')[place]?.focus({ preventScroll: true });
  }, [items.length]);

  return (
    <div ref={grid}>
      {from > 1 && (
        <p className="mb-8 text-center">
          <LinkButton href={hrefOfPage(from - 1)} variant="secondary" rel="prev">
            Show previous products
          </LinkButton>
        </p>
      )}
      <ProductGrid
        products={items}
        searchId={searchId}
        eagerCount={eagerCount}
        pendingCount={isLoading ? skeletons : 0}
      />
      {hasMore && (
        <div className="mt-12">
          <LoadMore
            href={hrefOfPage(last + 1)}
            before={(from - 1) * pageSize}
            shown={items.length}
            total={list.total}
            noun="products"
            isLoading={isLoading}
            onLoadMore={() => {
              asked.current = items.length;
              loadMore();
            }}
          />
        </div>
      )}
    </div>
  );
}
