import { Container, Link, Picture } from '@kindred/ui';
import { data } from 'react-router';
import { takeDraft } from '../../features/account/draft.ts';
import { accountContext, requireLogin } from '../../features/account/require-login.ts';
import { checkReview, ReviewForm } from '../../features/reviews/review-form.tsx';
import { reviewLabels, reviewSentences } from '../../features/reviews/review-labels.ts';
import { askApi, notFound } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { parseProductId, productPath } from '../../shared/paths.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/write';

export const middleware: Route.MiddlewareFunction[] = [requireLogin];

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  return privatePageMeta(loaderData?.own ? 'Edit your review' : 'Write a review', siteOf(matches));
}

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const account = context.get(accountContext);
  const productId = parseProductId(params.productId);
  if (productId === undefined) throw await notFound(context);
  const [product, { items }] = await Promise.all([
    required(api.product(productId)),
    required(api.ownReviews({ product_id: productId })),
  ]);
  const [own] = items;
  const draft = takeDraft(context, { request, url, account });
  return data(
    {
      userId: account.user_id,
      isVerified: account.email_verified,
      title: product.title,
      imageUrl: product.image_url,
      href: productPath(product),
      own: own && { rating: String(own.rating), title: own.title, text: own.text },
      draft: draft.values,
    },
    { headers: { 'cache-control': 'private, no-store', ...draft.headers } },
  );
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const productId = parseProductId(params.productId);
  if (productId === undefined) throw await notFound(context);
  const form = await request.formData();
  const refuse = (errors: readonly FormError[], status: number) =>
    data({ errors, values: formValues(form) }, { status });
  const wrong = checkReview(form);
  if (wrong.length > 0) return refuse(wrong, 400);
  const { answer: review, problem } = await attempt(
    api.writeReview(productId, {
      rating: Number(form.get('rating')),
      title: formText(form, 'title'),
      text: formText(form, 'text'),
    }),
  );
  if (problem) return refuse(formErrorsOf(problem, reviewLabels, reviewSentences), problem.status);
  if (review.status !== 'published')
    return redirectWith(context, '/account/reviews', {
      text: 'Thank you. We will check your review before we publish it.',
    });
  return redirectWith(context, `/p/${productId}/${params.slug}?reviews_sort=newest#reviews`, {
    text: 'Thank you. Your review is published.',
  });
}

export function shouldRevalidate() {
  return false;
}

export default function WriteReview({ loaderData, actionData }: Route.ComponentProps) {
  const { userId, isVerified, title, imageUrl, href, own, draft } = loaderData;
  return (
    <Container className="pt-8 md:pt-12">
      <div className="mx-auto max-w-2xl">
        <h1 className="font-semibold text-3xl">{own ? 'Edit your review' : 'Write a review'}</h1>
        <div className="mt-5 mb-8 flex items-center gap-4">
          <div className="size-16 shrink-0 overflow-hidden rounded-md bg-surface">
            <Picture src={imageUrl} alt="" sizes="4rem" maxWidth={240} />
          </div>
          <Link href={href} className="min-w-0 font-medium underline-offset-4 hover:underline">
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{title}</span>
          </Link>
        </div>
        {isVerified ? (
          <ReviewForm
            userId={userId}
            values={actionData?.values ?? draft ?? own ?? {}}
            errors={actionData?.errors}
            isNew={own === undefined}
            backHref={`${href}#reviews`}
          />
        ) : (
          <p className="text-ink-muted">
            Confirm your email address first, so that you can write a review.{' '}
            <Link href="/account" className="text-ink underline underline-offset-4">
              Go to your account
            </Link>
          </p>
        )}
      </div>
    </Container>
  );
}
