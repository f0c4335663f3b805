import { HelpfulIcon, useToasts } from '@kindred/ui';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { action } from '../../routes/reviews/vote.ts';
import { useQuickFetcher } from '../../shared/use-quick-fetcher.ts';

interface HelpfulVoteProps {
  productId: number;
  reviewId: string;
  /** Names the review in the button's label. */
  reviewName: string;
  votes: number;
  isMine: boolean;
}

/** Marks a review as helpful, and shows how many shoppers did. The count comes from the server. */
export function HelpfulVote({ productId, reviewId, reviewName, votes, isMine }: HelpfulVoteProps) {
  const { pathname, search } = useLocation();
  const fetcher = useQuickFetcher<typeof action>();
  const { show } = useToasts();
  const answer = fetcher.data;
  const known = answer && 'votes' in answer ? answer : { isHelpful: isMine, votes };
  const asked = fetcher.formData?.get('is_helpful');
  const isHelpful = asked === undefined || asked === null ? known.isHelpful : asked === 'true';

  useEffect(() => {
    if (answer && 'message' in answer) show({ text: answer.message });
  }, [answer, show]);

  return (
    <fetcher.Form
      method="post"
      action="/reviews/vote"
      onSubmit={(event) => {
        event.preventDefault();
        fetcher.post(event.currentTarget, { action: '/reviews/vote', defaultShouldRevalidate: false });
      }}
    >
      <input type="hidden" name="product_id" value={productId} />
      <input type="hidden" name="review_id" value={reviewId} />
      <input type="hidden" name="is_helpful" value={String(!isHelpful)} />
      <input type="hidden" name="return_to" value={pathname + search} />
      <button
        type="submit"
        aria-pressed={isHelpful}
        aria-label={`Helpful: ${reviewName}`}
        className="inline-flex min-h-11 items-center gap-2 rounded-full px-3 text-ink-muted text-sm hover:bg-surface hover:text-ink aria-pressed:text-accent"
      >
        <HelpfulIcon size={16} aria-hidden="true" className={isHelpful ? 'fill-accent-soft' : undefined} />
        Helpful
        {known.votes > 0 && <span className="tabular-nums">({known.votes.toLocaleString('en-US')})</span>}
      </button>
    </fetcher.Form>
  );
}
