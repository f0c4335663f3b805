import { EmptyState, LinkButton } from '@kindred/ui';
import type { ListingState } from './listing-state.ts';

interface NoProductsProps {
  state: ListingState;
  clearHref: string;
  /** The first page of the list. */
  startHref: string;
  hasFilters: boolean;
}

/** A list in which nothing is, with ways on. */
export function NoProducts({ state, clearHref, startHref, hasFilters }: NoProductsProps) {
  if (state.page > 1)
    return (
      <EmptyState
        title={`There is no page ${state.page}`}
        actions={<LinkButton href={startHref}>Back to the start of the list</LinkButton>}
      >
        The list ends before it.
      </EmptyState>
    );
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
