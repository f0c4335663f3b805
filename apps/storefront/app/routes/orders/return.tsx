import { Container, LinkButton } from '@kindred/ui';
import { data, type ShouldRevalidateFunctionArgs } from 'react-router';
import { canReturn } from '../../features/orders/order-choices.ts';
import { OrderError } from '../../features/orders/order-error.tsx';
import { orderMeta } from '../../features/orders/order-meta.ts';
import { accessOf, orderPageHeaders, orderPath } from '../../features/orders/order-paths.ts';
import { ReturnForm } from '../../features/orders/return-form.tsx';
import { checkReturn, returnRequestOf } from '../../features/orders/return-request.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/return';

export const headers: Route.HeadersFunction = () => orderPageHeaders;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const access = accessOf(url);
  const order = await required(api.order(params.orderId, { access }));
  return {
    order,
    back: orderPath(order.order_id, { access }),
    productId: parseProductId(url.searchParams.get('product') ?? ''),
    // A new key after each answer, so that a request after a refusal counts as a new one.
    requestKey: crypto.randomUUID(),
  };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const access = accessOf(url);
  const form = await request.formData();
  const refuse = (errors: readonly FormError[], status: number) =>
    data({ errors, values: formValues(form, { except: ['key'] }) }, { status });
  const wrong = checkReturn(form);
  if (wrong.length > 0) return refuse(wrong, 400);
  const { problem } = await attempt(
    api.requestReturn(params.orderId, returnRequestOf(form), {
      idempotencyKey: formText(form, 'key'),
      access,
    }),
  );
  if (problem)
    return refuse(
      formErrorsOf(problem, { reason: 'Reason', note: 'Anything else we should know' }),
      problem.status,
    );
  return redirectWith(context, orderPath(params.orderId, { access }), {
    text: 'We have your request. We will email you the next steps.',
  });
}

/** A refusal reloads the data too, for a new key. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === undefined ? defaultShouldRevalidate : actionStatus < 500;
}

export function meta({ matches }: Route.MetaArgs) {
  return orderMeta('Return items', siteOf(matches));
}

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, back, productId, requestKey } = loaderData;
  const isReturnable = canReturn(order);
  return (
    <Container className="py-8 md:py-12">
      <div className="mx-auto max-w-2xl">
        <h1 className="font-semibold text-3xl">
          {isReturnable ? 'Return items' : 'You cannot return anything right now'}
        </h1>
        <p className="mt-3 text-ink-muted text-lg">
          {isReturnable
            ? `Order ${order.order_number}. Tell us what you want to return and why. We will review your request and email you how to send it back.`
            : `Order ${order.order_number}.`}
        </p>
        {isReturnable ? (
          <ReturnForm
            order={order}
            productId={productId}
            requestKey={requestKey}
            back={back}
            errors={actionData?.errors}
            values={actionData?.values ?? {}}
          />
        ) : (
          <>
            <ul className="mt-6 space-y-3">
              {order.lines.map(({ product_id, title, returnable }) => (
                <li key={product_id}>
                  <p className="font-medium [overflow-wrap:anywhere]">{title}</p>
                  <p className="text-ink-muted text-sm">{returnable.message}</p>
                </li>
              ))}
            </ul>
            <div className="mt-8">
              <LinkButton href={back}>Back to order</LinkButton>
            </div>
          </>
        )}
      </div>
    </Container>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <OrderError error={error} />;
}
