import type { ProductList } from '@kindred/contracts';
import {
  Button,
  classNames,
  EmptyState,
  FilterChip,
  FilterIcon,
  Grid,
  Link,
  LinkButton,
  SheetCloseButton,
} from '@kindred/ui';
import { useEffect, useId } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { categoryPath } from '../../shared/paths.ts';
import { activeFilters } from './active-filters.ts';
import { CategoryFacet } from './category-facet.tsx';
import { FilterForm } from './filter-form.tsx';
import { GrowingProductGrid } from './growing-product-grid.tsx';
import { type ListingState, listingSearch, withoutFilters } from './listing-state.ts';
import { SortMenu } from './sort-menu.tsx';
import { useListCurrency } from './use-list-currency.ts';

interface ListingProps {
  list: ProductList;
  /** The search that produced the list, if there was one. */
  searchId?: string | undefined;
  state: ListingState;
  /** From the department down to the chosen category. */
  trail: readonly { slug: string; name: string }[];
  /** The page's path. On a category page it names the category; elsewhere the query does. */
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
  const hasCategoryInPath = path.startsWith('/c/');

  const hrefOf = (next: ListingState) => path + listingSearch(next, { hasCategoryInPath }) + fragment;
  const categoryHrefOf = (slug: string | undefined) => {
    const next = { ...state, cursor: undefined, category: slug };
    if (!hasCategoryInPath) return hrefOf(next);
    const base = slug === undefined ? '/search' : categoryPath(slug);
    return base + listingSearch(next, { hasCategoryInPath: true });
  };

  const filters = activeFilters(state, list.facets, useListCurrency(list.facets));
  const total = `${list.total.toLocaleString('en-US')} ${list.total === 1 ? 'product' : 'products'}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when its page is left.
  useEffect(() => () => document.getElementById(sheetId)?.hidePopover?.(), [location.pathname]);

  if (list.total === 0 && filters.length === 0)
    return <NoProducts state={state} clearHref={hrefOf(withoutFilters(state))} hasFilters={false} />;

  return (
    <Grid>
      <aside
        id={sheetId}
        popover="auto"
        aria-label="Filters"
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-sm bg-paper text-ink shadow-overlay lg:sticky lg:top-20 lg:col-span-3 lg:block lg:h-fit lg:max-h-[calc(100dvh-6rem)] lg:w-auto lg:max-w-none lg:overflow-y-auto lg:overscroll-contain lg:bg-transparent lg:pr-4 lg:shadow-none lg:pb-8 lg:[mask-image:linear-gradient(#000_calc(100%-2rem),transparent)] lg:[scrollbar-width:thin] xl:pr-8"
      >
        <div className="flex h-full flex-col lg:block lg:h-auto lg:p-0.5">
          <div className="flex items-center justify-between border-line border-b py-2 pr-3 pl-5 lg:hidden">
            <p className="font-semibold">Filters</p>
            <SheetCloseButton id={sheetId} />
          </div>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-3 lg:overflow-visible lg:p-0">
            <CategoryFacet options={list.facets.category} trail={trail} hrefOf={categoryHrefOf} />
            <FilterForm
              id={formId}
              action={path + fragment}
              state={state}
              facets={list.facets}
              hasCategoryInPath={hasCategoryInPath}
            />
          </div>
          <div className="border-line border-t px-5 py-3 lg:hidden">
            <Button popoverTarget={sheetId} popoverTargetAction="hide" className="w-full">
              Show {total}
            </Button>
          </div>
        </div>
      </aside>

      <div className="col-span-full lg:col-span-9">
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
          <div className="flex items-center gap-3">
            <Button popoverTarget={sheetId} variant="secondary" className="lg:hidden">
              <FilterIcon size={16} aria-hidden="true" />
              Filters{filters.length > 0 && ` (${filters.length})`}
            </Button>
            <SortMenu state={state} list={list} formId={formId} />
          </div>
        </div>
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
                className="px-2 py-2 text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
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
            <NoProducts
              state={state}
              clearHref={hrefOf(withoutFilters(state))}
              hasFilters={filters.length > 0}
            />
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
          {state.cursor !== undefined && (
            <p className="mt-4 text-center">
              <LinkButton variant="quiet" href={hrefOf({ ...state, cursor: undefined })}>
                Back to the start of the list
              </LinkButton>
            </p>
          )}
        </div>
      </div>
    </Grid>
  );
}

interface NoProductsProps {
  state: ListingState;
  clearHref: string;
  hasFilters: boolean;
}

function NoProducts({ state, clearHref, hasFilters }: NoProductsProps) {
  const allHref = state.q === '' ? '/search' : `/search?q=${encodeURIComponent(state.q)}`;
  return (
    <EmptyState
      title={state.q === '' ? 'No products found' : `No results for “${state.q}”`}
      actions={
        <>
          {hasFilters && <LinkButton href={clearHref}>Clear all filters</LinkButton>}
          {state.category !== undefined && state.q !== '' && (
            <LinkButton href={allHref} variant="secondary">
              Search all departments
            </LinkButton>
          )}
          <LinkButton href="/search" variant={hasFilters ? 'secondary' : 'primary'}>
            Browse all products
          </LinkButton>
        </>
      }
    >
      {hasFilters
        ? 'No products match these filters. Remove one or clear them all.'
        : state.q === ''
          ? 'This list is empty right now.'
          : 'Check the spelling, or try fewer or more general words.'}
    </EmptyState>
  );
}
