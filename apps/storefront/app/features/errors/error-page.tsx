import { ErrorState, LinkButton } from '@kindred/ui';
import { useLocation } from 'react-router';
import { statusOf } from './error-meta.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { WaysOn } from './ways-on.tsx';

/** What a visitor reads in place of a page that is not there or could not be made. */
export function ErrorPage({ error }: { error: unknown }) {
  const { pathname, search } = useLocation();
  const status = statusOf(error);
  if (status === 404 || status === 410) return <NotFoundPage error={error} />;
  const isAway = status === 503;
  return (
    <div className="py-10">
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
      {!isAway && <WaysOn popular={null} />}
    </div>
  );
}
