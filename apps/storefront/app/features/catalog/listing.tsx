import type { ProductList } from '@kindred/contracts';
import { classNames, FilterChip, FilterIcon, Grid, Link, SheetButton } from '@kindred/ui';
import { useId } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { countOf } from '../../shared/in-words.ts';
import { categoryPath } from '../../shared/paths.ts';
import { activeFilters } from './active-filters.ts';
import { CategoryFacet } from './category-facet.tsx';
import type { TrailCategory } from './category-trail.ts';
import { FilterForm } from './filter-form.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { GrowingProductGrid } from './growing-product-grid.tsx';
import { isFiltered, type ListingState, listingSearch, withoutFilters } from './listing-state.ts';
import { NoProducts } from './no-products.tsx';
import { QuickFilterChips } from './quick-filter-chips.tsx';
import { quickFilters } from './quick-filters.ts';
import { SortMenu } from './sort-menu.tsx';
import { useListCurrency } from './use-list-currency.ts';

interface ListingProps {
  list: ProductList;
  /** The search that produced the list, if there was one. */
  searchId?: string | undefined;
  state: ListingState;
  /** From the department down to the chosen category. */
  trail: readonly TrailCategory[];
  /** The page's path, which says what `state.fixed` has. */
  path: string;
  /** The anchor of the list, on a page that shows more than the list. */
  fragment?: string;
  eagerCount?: number;
}

/** A product list with its filters (beside it, or in a sheet on phones), active filters, sort and “Load more”. */
export function Listing({ list, searchId, state, trail, path, fragment = '', eagerCount = 0 }: ListingProps) {
  const sheetId = useId();
  const formId = useId();
  const location = useLocation();
  const navigation = useNavigation();
  const isPending = navigation.location !== undefined && navigation.location.pathname === location.pathname;

  const hrefOf = (next: ListingState) => path + listingSearch(next) + fragment;
  const currency = useListCurrency(list.facets);
  const filters = activeFilters(state, list.facets, currency);
  const total = countOf(list.total, 'product');
  const waysOn = {
    state,
    clearHref: hrefOf(withoutFilters(state)),
    startHref: hrefOf({ ...state, page: 1 }),
  };

  if (list.total === 0 && filters.length === 0) return <NoProducts {...waysOn} hasFilters={false} />;

  return (
    <Grid>
      <FilterSheet id={sheetId} formId={formId} total={list.total}>
        <CategoryFacet
          options={list.facets.category}
          trail={trail}
          isWhole={!isFiltered(state) && state.q === '' && !state.isDealsOnly && state.brands.length === 0}
          hrefOf={(slug) => categoryHref(state, slug, hrefOf)}
        />
        <FilterForm id={formId} action={path + fragment} state={state} list={list} hrefOf={hrefOf} />
      </FilterSheet>

      <div className="@container col-span-full lg:col-span-9 in-[.max-w-wide]:min-[100rem]:col-span-10">
        <h2 className="sr-only">Products</h2>
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <p role="status" className="text-ink-muted text-sm tabular-nums">
            {total}
            {state.sort === 'for-you' && (
              <span className="block sm:inline">
                <span className="hidden sm:inline"> · </span>
                {list.personalised
                  ? 'Sorted for you, based on your activity'
                  : 'Browse a little more, and we will sort this list for you'}
              </span>
            )}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <SheetButton sheet={sheetId} variant="secondary" className="lg:hidden">
              <FilterIcon size={16} aria-hidden="true" />
              Filters{filters.length > 0 && ` (${filters.length})`}
            </SheetButton>
            <SortMenu state={state} list={list} formId={formId} />
          </div>
        </div>
        <QuickFilterChips filters={quickFilters(state, { ...list, currency })} hrefOf={hrefOf} />
        {filters.length > 0 && (
          <ul aria-label="Active filters" className="mb-6 flex flex-wrap items-center gap-2">
            {filters.map(({ label, without }) => (
              <li key={label}>
                <FilterChip label={label} removeHref={hrefOf(without)} />
              </li>
            ))}
            <li>
              <Link
                href={hrefOf(withoutFilters(state))}
                keepsScroll
                className="inline-flex min-h-11 items-center px-2 text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
              >
                Clear all
              </Link>
            </li>
          </ul>
        )}
        <div
          aria-busy={isPending}
          className={classNames('transition-opacity duration-200', isPending && 'opacity-45')}
        >
          {list.items.length === 0 ? (
            <NoProducts {...waysOn} hasFilters={filters.length > 0} />
          ) : (
            <GrowingProductGrid
              key={location.key}
              list={list}
              searchId={searchId}
              state={state}
              hrefOf={hrefOf}
              eagerCount={eagerCount}
            />
          )}
        </div>
      </div>
    </Grid>
  );
}

/** The same list in another category. A category page leads to that category's page, and any other to itself. */
function categoryHref(
  state: ListingState,
  slug: string | undefined,
  hrefOf: (next: ListingState) => string,
): string {
  const next = { ...state, page: 1, category: slug };
  if (state.fixed.category === undefined) return hrefOf(next);
  return (slug === undefined ? '/search' : categoryPath(slug)) + listingSearch(next);
}
