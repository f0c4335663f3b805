import { ErrorState, LinkButton } from '@kindred/ui';
import { useLocation, useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../../root.tsx';
import { isUnreachable } from '../../shared/reach-shop.ts';
import { SearchForm } from '../search/search-form.tsx';
import { statusOf } from './error-meta.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { WaysOn } from './ways-on.tsx';

const failure = {
  title: 'Something went wrong on our side',
  text: 'Please try again in a moment.',
};
const words: Readonly<Record<number, typeof failure>> = {
  413: {
    title: 'This form is too large',
    text: 'Nothing was changed. Go back, shorten the text, and send it again.',
  },
  503: {
    title: 'We will be right back',
    text: 'The shop is not available right now. Your cart and your orders are safe. Please try again in a moment.',
  },
};

const unreachable = {
  title: 'We could not reach the shop',
  text: 'Check your connection and try again. Your cart and your orders are safe.',
};

/** The page that replaces a missing or failed one. */
export function ErrorPage({ error }: { error: unknown }) {
  const { pathname, search } = useLocation();
  const frame = useRouteLoaderData<typeof rootLoader>('root');
  const status = statusOf(error);
  if (status === 404 || status === 410) return <NotFoundPage error={error} />;
  // Without the frame's data, the shop is down and would not answer a search either.
  const canGoOn = status !== 503 || frame !== undefined;
  const { title, text } = isUnreachable(error) ? unreachable : (words[status] ?? failure);
  return (
    <div className="py-10">
      <ErrorState
        headingLevel={1}
        title={title}
        actions={
          <>
            <LinkButton href={pathname + search}>Try again</LinkButton>
            <LinkButton href="/" variant="secondary">
              Go to the home page
            </LinkButton>
          </>
        }
      >
        {text}
      </ErrorState>
      {canGoOn && (
        <>
          <div className="mx-auto max-w-xl">
            <SearchForm id="search-instead" />
          </div>
          <WaysOn popular={null} />
        </>
      )}
    </div>
  );
}
