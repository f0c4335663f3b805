import { Container, ErrorSummary } from '@kindred/ui';
import { data, redirect } from 'react-router';
import { statusOf } from '../../features/errors/error-meta.ts';
import { CreateAccountCard } from '../../features/orders/create-account-card.tsx';
import { OrderError } from '../../features/orders/order-error.tsx';
import { OrderHeading } from '../../features/orders/order-heading.tsx';
import { OrderHistory } from '../../features/orders/order-history.tsx';
import { carryOut } from '../../features/orders/order-intents.ts';
import { OrderLines } from '../../features/orders/order-lines.tsx';
import { orderMeta } from '../../features/orders/order-meta.ts';
import { OrderParcels } from '../../features/orders/order-parcels.tsx';
import { accessOf, orderPageHeaders } from '../../features/orders/order-paths.ts';
import { OrderReturns } from '../../features/orders/order-returns.tsx';
import { OrderSummary } from '../../features/orders/order-summary.tsx';
import { useLiveOrder } from '../../features/orders/use-live-order.ts';
import { RecommendationShelf } from '../../features/recommendations/recommendation-shelf.tsx';
import { useSession } from '../../features/session/use-session.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/order';

export const headers: Route.HeadersFunction = () => orderPageHeaders;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, optional, required } = askApi(context);
  const access = accessOf(url);
  const [order, session] = await Promise.all([
    required(api.order(params.orderId, { access })),
    optional(api.session()),
  ]);
  const isJustPlaced = url.searchParams.has('placed');
  const shelf = isJustPlaced
    ? await optional(
        api.recommendations({
          context: 'order-confirmation',
          product_ids: order.lines
            .map(({ product_id }) => product_id)
            .slice(0, 50)
            .join(','),
          limit: 12,
        }),
      )
    : null;
  const toReview = session?.account ? await optional(api.reviewable({ limit: 100 })) : null;
  return {
    order,
    /** Undefined for a guest, who has to log in to write a review. */
    idsToReview: toReview?.items.map(({ product }) => product.product_id),
    access,
    shelf,
    isJustPlaced,
    isAccountAsked: url.searchParams.get('account') === 'asked',
  };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const form = await request.formData();
  const result = await carryOut({
    answers: askApi(context),
    form,
    orderId: params.orderId,
    access: accessOf(url),
  });
  if ('refused' in result) return data(result.refused, { status: result.refused.status });
  const here = new URL(url);
  if (formText(form, 'intent') === 'create-account') here.searchParams.set('account', 'asked');
  const path = here.pathname + here.search;
  return result.told ? redirectWith(context, path, result.told) : redirect(`${path}#account`, 303);
}

export function meta({ loaderData, matches, error }: Route.MetaArgs) {
  const title = loaderData ? `Order ${loaderData.order.order_number}` : 'We cannot show this order';
  return orderMeta(
    error !== undefined && statusOf(error) !== 404 ? 'Something went wrong' : title,
    siteOf(matches),
  );
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, idsToReview, access, shelf, isJustPlaced, isAccountAsked } = loaderData;
  const isGuest = useSession().account === null && order.is_guest;
  useLiveOrder(order, access);
  const refused = actionData?.intent === 'create-account' ? undefined : actionData;
  return (
    <Container className="grid-page gap-y-10 py-8 md:py-12 print:block print:py-0">
      <div className="col-span-full min-w-0 lg:col-span-8">
        {refused && (
          <div className="mb-6">
            <ErrorSummary errors={summaryOf(refused.errors)} />
          </div>
        )}
        <OrderHeading order={order} isJustPlaced={isJustPlaced} />
        {isGuest && isJustPlaced && order.email !== null && (
          <div className="mt-6">
            <CreateAccountCard
              email={order.email}
              isAsked={isAccountAsked}
              errors={actionData?.intent === 'create-account' ? actionData.errors : undefined}
            />
          </div>
        )}
        <div className="mt-10 space-y-10 print:mt-4 print:space-y-4">
          <OrderParcels order={order} />
          <OrderReturns order={order} />
          <section aria-labelledby="lines">
            <h2 id="lines" className="mb-4 font-semibold text-xl print:mb-1">
              Items
            </h2>
            <OrderLines order={order} idsToReview={idsToReview} access={access} />
          </section>
          <OrderHistory order={order} />
          {isGuest && !isJustPlaced && order.email !== null && (
            <CreateAccountCard
              email={order.email}
              isAsked={isAccountAsked}
              errors={actionData?.intent === 'create-account' ? actionData.errors : undefined}
            />
          )}
        </div>
      </div>
      <aside aria-label="Order summary" className="col-span-full lg:col-span-4 xl:pl-6">
        <OrderSummary order={order} access={access} isJustPlaced={isJustPlaced} />
      </aside>
      <div className="col-span-full min-w-0">
        <RecommendationShelf recommendations={shelf} />
      </div>
    </Container>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <OrderError error={error} />;
}
