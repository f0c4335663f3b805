import { Alert, EmptyState, LinkButton } from '@kindred/ui';
import { data } from 'react-router';
import { useAccount } from '../../features/account/use-account.ts';
import { OrderFilter } from '../../features/orders/order-filter.tsx';
import { buyAgain } from '../../features/orders/order-intents.ts';
import { OrderListItem } from '../../features/orders/order-list-item.tsx';
import { orderListPath, parseOrderList } from '../../features/orders/order-list-state.ts';
import { orderMeta } from '../../features/orders/order-meta.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formText } from '../../shared/form-values.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/orders';

export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const state = parseOrderList(url.searchParams);
  const { items, next_cursor } = await required(api.orders({ ...state, limit: 10 }));
  return { state, orders: items, nextCursor: next_cursor };
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const form = await request.formData();
  const orderId = formText(form, 'order_id');
  const result = await buyAgain({ answers: askApi(context), form, orderId, access: undefined });
  if ('refused' in result) return data(result.refused, { status: result.refused.status });
  return redirectWith(context, url.pathname + url.search, result.told);
}

export function meta({ matches }: Route.MetaArgs) {
  return orderMeta('Your orders', siteOf(matches));
}

export default function Orders({ loaderData, actionData }: Route.ComponentProps) {
  const { state, orders, nextCursor } = loaderData;
  const isVerified = useAccount().email_verified;
  const isFiltered = state.q !== undefined || state.status !== undefined;
  return (
    <>
      <h1 className="font-semibold text-3xl">Your orders</h1>
      {actionData && (
        <Alert tone="danger" role="alert" className="mt-6">
          {actionData.errors[0]?.message}
        </Alert>
      )}
      {(isFiltered || orders.length > 0) && <OrderFilter state={state} />}
      {orders.length === 0 && (
        <EmptyState
          title={isFiltered ? 'No orders found' : 'No orders yet'}
          actions={
            isFiltered ? (
              <LinkButton href="/account/orders" variant="secondary">
                Show all orders
              </LinkButton>
            ) : (
              <LinkButton href="/search">Start shopping</LinkButton>
            )
          }
        >
          {isFiltered
            ? 'Try part of a product’s name, or the order number.'
            : isVerified
              ? 'Your orders will appear here.'
              : 'Orders you placed as a guest will appear here once you confirm your email address.'}
        </EmptyState>
      )}
      <ul className="mt-6 space-y-4">
        {orders.map((order) => (
          <OrderListItem key={order.order_id} order={order} />
        ))}
      </ul>
      <nav aria-label="More orders" className="mt-8 flex flex-wrap justify-center gap-3 empty:hidden">
        {state.cursor !== undefined && (
          <LinkButton href={orderListPath({ ...state, cursor: undefined })} variant="secondary">
            Newest orders
          </LinkButton>
        )}
        {nextCursor !== null && (
          <LinkButton href={orderListPath({ ...state, cursor: nextCursor })} variant="secondary">
            Older orders
          </LinkButton>
        )}
      </nav>
    </>
  );
}
