import { Container, Link } from '@kindred/ui';
import { askNotice, type NoticeAnswer, noticeKindIn } from '../../features/notices/ask-notice.ts';
import { NoticeForm } from '../../features/notices/notice-form.tsx';
import { noticeText } from '../../features/notices/notice-state.ts';
import { askApi, notFound } from '../../shared/api-answers.ts';
import { unreachableText } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { parseProductId, productPath } from '../../shared/paths.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/ask';

export const headers = () => ({ 'cache-control': 'private, no-store' });

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Notify me', siteOf(matches));
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, attempt, required } = askApi(context);
  const productId = parseProductId(url.searchParams.get('product') ?? '');
  if (productId === undefined) throw await notFound(context);
  const [product, { answer: own }] = await Promise.all([
    required(api.product(productId)),
    attempt(api.ownNotices()),
  ]);
  const kind = noticeKindIn(url.searchParams.get('kind'));
  const notice = own?.items.find((one) => one.product.product_id === productId && one.kind === kind);
  return {
    productId,
    title: product.title,
    href: productPath(product),
    kind,
    notice: notice && { noticeId: notice.notice_id, text: noticeText(notice) },
  };
}

export const action = askNotice;

/** If the shop cannot be reached, the page stays and shows the reason beside the form. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const email = formText(await request.clone().formData(), 'email');
  return answerOr<NoticeAnswer, NoticeAnswer>(serverAction(), {
    state: 'failed',
    email,
    errors: [{ message: unreachableText }],
  });
}

export default function AskForNotice({
  loaderData: { productId, title, href, kind, notice },
  actionData,
}: Route.ComponentProps) {
  return (
    <Container className="pt-10 md:pt-14">
      <div className="mx-auto max-w-md">
        <h1 className="font-semibold text-2xl [overflow-wrap:anywhere]">
          {kind === 'price-drop'
            ? `Notify me when “${title}” is cheaper`
            : `Notify me when “${title}” is available`}
        </h1>
        <div className="mt-6">
          <NoticeForm productId={productId} kind={kind} notice={notice} answer={actionData} />
        </div>
        <p className="mt-8 text-sm">
          <Link href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
            Back to product
          </Link>
        </p>
      </div>
    </Container>
  );
}
