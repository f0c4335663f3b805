import { data, redirect } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { wantsPage } from '../../shared/document-post.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf, unreachableText } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import { safeReturnPath } from '../../shared/return-path.ts';
import type { Route } from './+types/vote';

export type VoteAnswer = { isHelpful: boolean; votes: number } | { message: string };

/** Adds or removes a vote that a review is helpful. A visitor who is not logged in logs in first and comes back. */
export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const returnTo = safeReturnPath(formText(form, 'return_to'));
  const isHelpful = form.get('is_helpful') === 'true';
  const productId = parseProductId(formText(form, 'product_id')) ?? 0;
  const reviewId = formText(form, 'review_id');
  const { answer, problem } = await attempt(
    isHelpful ? api.voteForReview(productId, reviewId) : api.takeVoteBack(productId, reviewId),
  );
  if (problem?.status === 401) return redirect(`/login?${new URLSearchParams({ return_to: returnTo })}`, 303);
  if (problem)
    return wantsPage(request)
      ? redirectWith(context, returnTo, { text: messageOf(problem) })
      : data<VoteAnswer>(
          { message: messageOf(problem) },
          { status: problem.status >= 500 ? problem.status : 200 },
        );
  if (!wantsPage(request))
    return data<VoteAnswer>({ isHelpful: answer.is_helpful, votes: answer.helpful_votes });
  return redirectWith(context, `${returnTo}#reviews`, {
    text: isHelpful ? 'Thank you. Your vote is counted.' : 'Your vote is removed.',
  });
}

/** If the shop cannot be reached, the page stays and shows the reason where the shopper clicked. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return answerOr<VoteAnswer, VoteAnswer>(serverAction(), { message: unreachableText });
}

export function loader() {
  return redirect('/');
}
