import type { NoticeKind } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText, optionalFormText } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';

export type NoticeAnswer =
  /** For a visitor with an account. */
  | { state: 'active'; noticeId: string | null }
  | { state: 'confirm-by-mail'; email: string }
  | { state: 'ended' }
  | { state: 'failed'; email: string; errors: FormError[] };

export function noticeKindIn(text: unknown): NoticeKind {
  return text === 'price-drop' ? 'price-drop' : 'back-in-stock';
}

/** Requests a notice, or ends one of the account (`end`). */
export async function askNotice({
  context,
  request,
}: {
  context: Readonly<RouterContextProvider>;
  request: Request;
}) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const noticeId = optionalFormText(form, 'end');
  if (noticeId !== undefined) {
    const { problem } = await attempt(api.endOwnNotice(noticeId));
    if (!problem || problem.status === 404) return data<NoticeAnswer>({ state: 'ended' });
    return data<NoticeAnswer>(
      { state: 'failed', email: '', errors: formErrorsOf(problem) },
      { status: problem.status },
    );
  }

  const productId = parseProductId(formText(form, 'product_id')) ?? 0;
  const kind = noticeKindIn(form.get('kind'));
  const email = optionalFormText(form, 'email');
  const { answer, problem } = await attempt(
    api.askForNotice(productId, { kind, ...(email !== undefined && { email }) }),
  );
  if (problem) {
    const errors =
      problem.status === 429
        ? [{ message: 'Too many attempts. Please try again in a minute.' }]
        : formErrorsOf(problem, { email: 'Email address' });
    return data<NoticeAnswer>({ state: 'failed', email: email ?? '', errors }, { status: problem.status });
  }
  if (answer.state === 'confirm-by-mail')
    return data<NoticeAnswer>({ state: 'confirm-by-mail', email: email ?? '' });
  const { answer: own } = await attempt(api.ownNotices());
  const notice = own?.items.find((one) => one.product.product_id === productId && one.kind === kind);
  return data<NoticeAnswer>({ state: 'active', noticeId: notice?.notice_id ?? null });
}
