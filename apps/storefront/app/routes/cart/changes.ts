/**
 * @file Where scripts change the cart. It is separate from the cart's page so that every page can load its few lines in advance: they
 * then answer even if the shop cannot be reached.
 */
import { data } from 'react-router';
import { readCartChange } from '../../features/cart/cart-change.ts';
import { changeCart } from '../../features/cart/change-cart.ts';
import { unreachable } from '../../features/cart/unreachable.ts';
import { askApi } from '../../shared/api-answers.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import type { Route } from './+types/changes';

/** A refusal is answered with 200, so that the page reloads its data and shows the reason beside it. A failure of the shop is not. */
export async function action({ context, request }: Route.ActionArgs) {
  const change = readCartChange(await request.formData());
  if (!change) throw data(null, { status: 400 });
  const answer = await changeCart(askApi(context), change);
  const status = answer.refusal?.status ?? 200;
  return data(answer, { status: status >= 500 ? status : 200 });
}

/** If the shop cannot be reached, the page stays and shows the reason where the shopper clicked. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const change = readCartChange(await request.clone().formData());
  return answerOr(serverAction(), unreachable(change));
}
