import { Alert, Container, LinkButton } from '@kindred/ui';
import { data, Form } from 'react-router';
import { cancelText, cancelTitles } from '../../features/orders/cancel-order.tsx';
import { OrderError } from '../../features/orders/order-error.tsx';
import { orderMeta } from '../../features/orders/order-meta.ts';
import { accessOf, orderPageHeaders, orderPath } from '../../features/orders/order-paths.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import type { Route } from './+types/cancel';

export const headers: Route.HeadersFunction = () => orderPageHeaders;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const access = accessOf(url);
  const order = await required(api.order(params.orderId, { access }));
  return { order, scope: order.cancellation.scope, back: orderPath(order.order_id, { access }) };
}

export async function action({ context, params, url }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const access = accessOf(url);
  const { answer, problem } = await attempt(api.cancelOrder(params.orderId, { access }));
  const back = orderPath(params.orderId, { access });
  if (answer)
    return redirectWith(context, back, {
      text:
        answer.status === 'Cancelled'
          ? 'Your order is cancelled.'
          : 'The items not shipped yet are cancelled.',
    });
  // The order's page says why the order can no longer be cancelled.
  if (problem.code === 'not-cancellable')
    return redirectWith(context, back, { text: problem.detail ?? problem.title });
  return data({ message: messageOf(problem) }, { status: problem.status });
}

export function meta({ matches }: Route.MetaArgs) {
  return orderMeta('Cancel order', siteOf(matches));
}

export default function CancelPage({ loaderData: { order, scope, back }, actionData }: Route.ComponentProps) {
  return (
    <Container className="py-10 md:py-14">
      <div className="max-w-prose">
        {actionData && (
          <Alert tone="danger" role="alert" className="mb-6">
            {actionData.message}
          </Alert>
        )}
        <h1 className="font-semibold text-3xl">
          {scope === null ? `Order ${order.order_number} can no longer be cancelled` : cancelTitles[scope]}
        </h1>
        <p className="mt-3 text-ink-muted text-lg">
          {scope === null ? order.cancellation.message : `Order ${order.order_number}. ${cancelText(order)}`}
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          {scope !== null && (
            <Form method="post">
              <SubmitButton>{scope === 'order' ? 'Yes, cancel it' : 'Yes, cancel the rest'}</SubmitButton>
            </Form>
          )}
          <LinkButton href={back} variant="secondary">
            {scope === null ? 'Back to order' : 'Keep it'}
          </LinkButton>
        </div>
      </div>
    </Container>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <OrderError error={error} />;
}
