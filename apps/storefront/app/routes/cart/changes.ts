/**
 * @file Where scripts change the cart. Apart from the cart's page, so that any page can have the little that it takes before it is
 * needed: also when the shop cannot be reached by then.
 */
import { data } from 'react-router';
import { readCartChange } from '../../features/cart/cart-change.ts';
import { changeCart } from '../../features/cart/change-cart.ts';
import { unreachable } from '../../features/cart/unreachable.ts';
import { askApi } from '../../shared/api-answers.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import type { Route } from './+types/changes';

/** What a refusal says is shown beside what is there now: the page is asked for again, unless the shop is in trouble. */
export async function action({ context, request }: Route.ActionArgs) {
  const change = readCartChange(await request.formData());
  if (!change) throw data(null, { status: 400 });
  const answer = await changeCart(askApi(context), change);
  const status = answer.refusal?.status ?? 200;
  return data(answer, { status: status >= 500 ? status : 200 });
}

/** A shop that cannot be reached is told where somebody looks; the page stays. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const change = readCartChange(await request.clone().formData());
  return answerOr(serverAction(), unreachable(change));
}
