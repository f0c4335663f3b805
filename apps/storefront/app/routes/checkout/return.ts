import { redirect } from 'react-router';
import { placedOrderPath } from '../../features/checkout/leave-checkout.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import type { Route } from './+types/return';

/** The address to which a bank returns the shopper. It leads to the order, or to the step that says why there is none. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, attempt } = askApi(context);
  const orderId = url.searchParams.get('order') ?? '';
  const { answer, problem } = await attempt(api.settleCheckout(orderId));
  if (answer?.next_action) return redirect('/checkout', 303);
  if (answer) return redirect(placedOrderPath(answer), 303);
  // The address is wrong, or the payment is another shopper's.
  if (problem.status === 400 || problem.status === 404)
    return redirectWith(context, '/orders/find', {
      text: 'We could not find that payment. You can find your order by its number.',
    });
  return redirect('/checkout?step=payment', 303);
}
