import type { Recommendations } from '@kindred/contracts';
import { LinkButton } from '@kindred/ui';
import { isRouteErrorResponse } from 'react-router';
import { SearchForm } from '../search/search-form.tsx';
import { WaysOn } from './ways-on.tsx';

/** An address that leads nowhere leads on: a search, what others like, the departments. */
export function NotFoundPage({ error }: { error: unknown }) {
  return (
    <div className="pt-10 md:pt-14">
      <h1 className="font-semibold text-3xl">This page is not here</h1>
      <p className="mt-3 max-w-prose text-ink-muted text-lg">
        The address may be mistyped, or the product is no longer in the shop. Search for it, or look at what
        others like.
      </p>
      <div className="mt-6 max-w-xl">
        <SearchForm id="search-instead" />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href="/search" variant="secondary">
          Browse everything
        </LinkButton>
        <LinkButton href="/help" variant="quiet">
          Questions and answers
        </LinkButton>
      </div>
      <WaysOn popular={popularOf(error)} />
    </div>
  );
}

/** What the loader threw with the status, if it was `notFound`. */
function popularOf(error: unknown): Recommendations | null {
  if (!isRouteErrorResponse(error)) return null;
  return (error.data as { popular?: Recommendations | null } | null)?.popular ?? null;
}
