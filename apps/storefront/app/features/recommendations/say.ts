/** @file The forms by which a shopper steers recommendations, on cards and on their own page. */
import type { FeedbackKind } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { wantsPage } from '../../shared/document-post.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';
import { safeReturnPath } from '../../shared/return-path.ts';
import { isFeedbackKind, saidText } from './feedback-words.ts';

export interface SaidAnswer {
  readonly message: string;
  /** What the shopper can take back. */
  readonly feedbackId?: string;
}

interface Args {
  context: Readonly<RouterContextProvider>;
  request: Request;
}

/** A script receives an answer. A form without a script goes back to its page. */
export async function sayAboutRecommendations({ context, request }: Args, pagePath: string) {
  const form = await request.formData();
  const { status, ...answer } = await carryOut(context, form);
  if (wantsPage(request))
    return redirectWith(context, safeReturnPath(formText(form, 'return_to') || pagePath, pagePath), {
      text: answer.message,
    });
  return data<SaidAnswer>(answer, { status: status !== undefined && status >= 500 ? status : 200 });
}

interface Outcome extends SaidAnswer {
  /** Undefined if it was done. */
  readonly status?: number;
}

async function carryOut(context: Readonly<RouterContextProvider>, form: FormData): Promise<Outcome> {
  const { api, attempt } = askApi(context);
  const outcomeOf = async (work: Promise<unknown>, message: string): Promise<Outcome> => {
    const { problem } = await attempt(work);
    return problem ? { message: messageOf(problem), status: problem.status } : { message };
  };
  const personal = formText(form, 'personal');
  if (personal === 'on' || personal === 'off')
    return outcomeOf(
      api.changeRecommendationPreferences({ is_opted_out: personal === 'off' }),
      personal === 'off'
        ? 'Personal recommendations are off. We deleted what you viewed, searched for and told us.'
        : 'Personal recommendations are on.',
    );
  if (form.has('start_over'))
    return outcomeOf(api.resetRecommendations(), 'Deleted. Your recommendations start over.');
  const takenBack = formText(form, 'take_back');
  if (/^\d{1,18}$/.test(takenBack)) return outcomeOf(api.takeBackFeedback(takenBack), 'Taken back.');
  const forgotten = parseProductId(formText(form, 'forget'));
  if (forgotten !== undefined) return outcomeOf(api.forgetProduct(forgotten), 'Removed from your history.');
  const [kind, id = ''] = formText(form, 'say').split(' ') as [FeedbackKind | '', string?];
  const productId = parseProductId(id);
  if (!isFeedbackKind(kind) || productId === undefined)
    return { message: 'Something went wrong. Please reload the page and try again.', status: 400 };
  const { answer, problem } = await attempt(api.giveFeedback({ kind, product_id: productId }));
  if (!answer) return { message: messageOf(problem), status: problem.status };
  return { message: saidText(kind), feedbackId: answer.feedback_id };
}
