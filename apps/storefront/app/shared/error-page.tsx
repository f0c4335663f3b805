import { EmptyState, ErrorState, LinkButton } from '@kindred/ui';
import { useLocation } from 'react-router';
import { shopName } from './shop.ts';

/** What a visitor reads in place of a page that is not there or could not be made. */
export function ErrorPage({ status }: { status: number }) {
  const { pathname, search } = useLocation();
  if (status === 404 || status === 410)
    return (
      <div className="py-10">
        <title>{`Not found · ${shopName}`}</title>
        <EmptyState
          headingLevel={1}
          title="This page is not here"
          actions={
            <>
              <LinkButton href="/">Go to the start</LinkButton>
              <LinkButton href="/search" variant="secondary">
                Browse everything
              </LinkButton>
            </>
          }
        >
          The address may be mistyped, or the product is no longer in the shop.
        </EmptyState>
      </div>
    );
  const isAway = status === 503;
  return (
    <div className="py-10">
      <title>{`${isAway ? 'Back in a moment' : 'Something went wrong'} · ${shopName}`}</title>
      <ErrorState
        headingLevel={1}
        title={isAway ? 'We are back in a moment' : 'Something went wrong on our side'}
        actions={
          <>
            <LinkButton href={pathname + search}>Try again</LinkButton>
            <LinkButton href="/" variant="secondary">
              Go to the start
            </LinkButton>
          </>
        }
      >
        {isAway
          ? 'The shop cannot be reached just now. Your cart and your orders are safe: please try again in a moment.'
          : 'It is noted. Trying again in a moment often helps.'}
      </ErrorState>
    </div>
  );
}
