import type { Recommendations } from '@kindred/contracts';
import { LinkButton } from '@kindred/ui';
import { isRouteErrorResponse } from 'react-router';
import { SearchForm } from '../search/search-form.tsx';
import { statusOf } from './error-meta.ts';
import { WaysOn } from './ways-on.tsx';

const unknown = {
  title: 'Page not found',
  text: 'The address may be wrong. Search the shop, or see what other shoppers like.',
};
const gone = {
  title: 'We no longer sell this product',
  text: 'Search for something like it, or see what other shoppers like.',
};

/** The page of an unknown address, or of a product that the shop no longer sells: a search, popular products, departments. */
export function NotFoundPage({ error }: { error: unknown }) {
  const { title, text } = statusOf(error) === 410 ? gone : unknown;
  return (
    <div className="pt-10 md:pt-14">
      <h1 className="font-semibold text-3xl">{title}</h1>
      <p className="mt-3 max-w-prose text-ink-muted text-lg">{text}</p>
      <div className="mt-6 max-w-xl">
        <SearchForm id="search-instead" />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href="/search" variant="secondary">
          Browse all products
        </LinkButton>
        <LinkButton href="/help" variant="quiet">
          Questions and answers
        </LinkButton>
      </div>
      <WaysOn popular={popularOf(error)} />
    </div>
  );
}

/** The recommendations that `notFound` put into the error. */
function popularOf(error: unknown): Recommendations | null {
  if (!isRouteErrorResponse(error)) return null;
  return (error.data as { popular?: Recommendations | null } | null)?.popular ?? null;
}
