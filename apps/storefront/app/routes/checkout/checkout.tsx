import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { actOnCheckout } from '../../features/checkout/checkout-actions.ts';
import { CheckoutPage } from '../../features/checkout/checkout-page.tsx';
import { type CheckoutReply, unreachableReply } from '../../features/checkout/checkout-reply.ts';
import { stepOf, stepPath, stepTitles } from '../../features/checkout/checkout-steps.ts';
import { loadCheckout } from '../../features/checkout/load-checkout.ts';
import { WaitingPage } from '../../features/checkout/waiting-page.tsx';
import { answerOr } from '../../shared/reach-shop.ts';
import { pageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/checkout';

export function headers() {
  return { 'cache-control': 'private, no-store' };
}

export function loader({ context, url }: Route.LoaderArgs) {
  return loadCheckout(context, url);
}

export function action({ context, request, url }: Route.ActionArgs) {
  return actOnCheckout(context, askedStep(url), request);
}

const askedStep = (url: URL) => stepOf(url.searchParams.get('step')) ?? 'contact';

let lastAction: Promise<unknown> = Promise.resolve();

/**
 * Sends actions one after the other, so that a draft that was saved in the background cannot arrive after the complete form. If the
 * shop cannot be reached, the page keeps its input.
 */
export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const answer = lastAction.then(() =>
    answerOr(serverAction(), unreachableReply(askedStep(new URL(request.url)))),
  );
  lastAction = answer.catch(() => undefined);
  return answer;
}

/** A refusal reloads the data too, because the page has to show the current state. */
export function shouldRevalidate({ actionResult }: ShouldRevalidateFunctionArgs) {
  return !(actionResult as CheckoutReply | undefined)?.isUnreachable;
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  const step = loaderData?.kind === 'steps' ? loaderData.step : 'payment';
  return pageMeta({
    title: `${stepTitles[step]} · Checkout`,
    description: 'Your contact details, delivery and payment.',
    site: siteOf(matches),
    canonicalPath: stepPath(step),
    isUnlisted: true,
  });
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.kind === 'waiting')
    return <WaitingPage waiting={loaderData} failure={actionData?.failure} />;
  return <CheckoutPage data={loaderData} answer={actionData} />;
}
