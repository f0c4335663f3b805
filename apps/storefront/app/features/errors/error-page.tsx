import { ErrorState, LinkButton } from '@kindred/ui';
import { useLocation } from 'react-router';
import { isUnreachable } from '../../shared/reach-shop.ts';
import { statusOf } from './error-meta.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { WaysOn } from './ways-on.tsx';

const failure = {
  title: 'Something went wrong on our side',
  text: 'It is noted. Trying again in a moment often helps.',
};
const words: Readonly<Record<number, typeof failure>> = {
  413: {
    title: 'That was more than this form takes',
    text: 'Nothing was changed. Go back, make the text shorter, and send it again.',
  },
  503: {
    title: 'We are back in a moment',
    text: 'The shop cannot be reached just now. Your cart and your orders are safe: please try again in a moment.',
  },
};

const unreachable = {
  title: 'We could not reach the shop',
  text: 'Look at your connection and try again. Your cart and your orders are safe.',
};

/** What a visitor reads in place of a page that is not there or could not be made. */
export function ErrorPage({ error }: { error: unknown }) {
  const { pathname, search } = useLocation();
  const status = statusOf(error);
  if (status === 404 || status === 410) return <NotFoundPage error={error} />;
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
              Go to the start
            </LinkButton>
          </>
        }
      >
        {text}
      </ErrorState>
      {status !== 503 && <WaysOn popular={null} />}
    </div>
  );
}
