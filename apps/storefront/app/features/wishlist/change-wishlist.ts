/** @file The forms of the wishlist, on every page that has one. */
import type { Problem, WishlistToCart } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { wantsPage } from '../../shared/document-post.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';
import { safeReturnPath } from '../../shared/return-path.ts';
import { cartSummary, type NotAdded } from './cart-summary.ts';

/** The answer to a form whose page stays. */
export type WishlistAnswer =
  | { state: 'done' }
  | { state: 'in-cart'; message: string; hasAdded: boolean; notAdded: NotAdded[] }
  | { state: 'failed'; message: string; status?: number };

interface Args {
  context: Readonly<RouterContextProvider>;
  request: Request;
}

type Intent = 'add' | 'all_to_cart' | 'mails' | 'remove' | 'to_cart';
const intents: readonly Intent[] = ['add', 'remove', 'to_cart', 'all_to_cart', 'mails'];

/** A script receives an answer. A form without a script goes back to its page. */
export async function changeWishlist({ context, request }: Args, pagePath: string) {
  const form = await request.formData();
  const intent = intents.find((one) => form.has(one));
  const answer: WishlistAnswer = intent
    ? await carryOut(context, intent, formText(form, intent))
    : { state: 'failed', message: 'Something went wrong. Please reload the page and try again.' };
  if (!wantsPage(request)) {
    // After a failure of the shop, do not ask it for the page as well.
    const { status = 200 } = answer.state === 'failed' ? answer : {};
    return data(answer, { status: status >= 500 ? status : 200 });
  }

  const returnTo = safeReturnPath(formText(form, 'return_to') || pagePath, pagePath);
  if (answer.state === 'failed') return redirectWith(context, returnTo, { text: answer.message });
  if (answer.state === 'in-cart')
    return redirectWith(context, returnTo, {
      text: answer.message,
      link: { href: '/cart', label: 'View cart' },
    });
  if (intent === 'remove' && !form.has('return_to'))
    return redirectWith(context, `${pagePath}?removed=${formText(form, 'remove')}`, {
      text: 'Removed from your wishlist',
    });
  return redirectWith(context, returnTo, saidOf(intent, formText(form, intent ?? '')));
}

function failed(problem: Problem): WishlistAnswer {
  return { state: 'failed', message: messageOf(problem), status: problem.status };
}

async function carryOut(
  context: Readonly<RouterContextProvider>,
  intent: Intent,
  value: string,
): Promise<WishlistAnswer> {
  const { api, attempt } = askApi(context);
  if (intent === 'all_to_cart') {
    const { answer, problem } = await attempt<WishlistToCart>(api.wishlistToCart());
    if (problem) return failed(problem);
    return { state: 'in-cart', hasAdded: answer.added.length > 0, ...cartSummary(answer) };
  }
  if (intent === 'mails') {
    const { problem } = await attempt(api.mailWishlistChanges(value === 'on'));
    return problem ? failed(problem) : { state: 'done' };
  }
  const productId = parseProductId(value);
  if (productId === undefined) return { state: 'failed', message: 'We could not find that product.' };
  const steps = { add: api.addToWishlist, remove: api.removeFromWishlist, to_cart: api.addToCart };
  const { problem } = await attempt<unknown>(steps[intent](productId));
  if (problem) return failed(problem);
  return intent === 'to_cart'
    ? { state: 'in-cart', message: 'Added to your cart', hasAdded: true, notAdded: [] }
    : { state: 'done' };
}

function saidOf(intent: Intent | undefined, value: string) {
  if (intent === 'mails')
    return {
      text:
        value === 'on'
          ? 'We will email you when an item is cheaper or back in stock.'
          : 'We will no longer email you about your wishlist.',
    };
  if (intent === 'remove') return { text: 'Removed from your wishlist' };
  return { text: 'Added to your wishlist', link: { href: '/wishlist', label: 'View wishlist' } };
}
