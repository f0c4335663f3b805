/** @file Chooses a payment method, pays, and cancels a payment. */
import type { Problem } from '@kindred/contracts';
import { type RouterContextProvider, redirect, redirectDocument } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { formErrorsOf, messageOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { cardLabels, cardSentences, checkCard } from './card-fields.ts';
import { reply } from './checkout-reply.ts';
import { stepPath } from './checkout-steps.ts';
import { goElsewhere, onThisHost, placedOrderPath } from './leave-checkout.ts';

type Context = Readonly<RouterContextProvider>;

/** Takes the method's id from the provider's script, or asks the test provider for one by a test card's number. */
export async function choosePayment(context: Context, form: FormData) {
  const { api, attempt } = askApi(context);
  if (form.get('method') === 'kept') return redirect(stepPath('review'), 303);
  let name = formText(form, 'payment_method');
  if (name === '') {
    const wrong = checkCard(form, new Date());
    const values = formValues(form);
    if (wrong.length > 0) return reply({ step: 'payment', errors: wrong, values }, 422);
    const { answer, problem } = await attempt(
      api.addTestCard({
        number: formText(form, 'number'),
        expiry: formText(form, 'expiry'),
        security_code: formText(form, 'security_code'),
      }),
    );
    if (problem) {
      const errors = formErrorsOf(problem, cardLabels, cardSentences);
      return reply({ step: 'payment', errors, values }, problem.status);
    }
    name = answer.payment_method_id;
  }
  const { problem } = await attempt(api.beginCheckout({ payment_method: name }));
  if (!problem) return redirect(stepPath('review'), 303);
  return (
    goElsewhere(context, problem) ??
    reply({ step: 'payment', errors: [{ message: messageOf(problem) }] }, problem.status)
  );
}

/** Pays once per `attempt`. `isDocument`: the browser sent the form without a script. */
export async function pay(context: Context, form: FormData, isDocument: boolean) {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(
    api.confirmCheckout(
      {
        checkout_id: formText(form, 'checkout_id'),
        expected_total: jsonOf(form, 'expected_total') as { amount_minor: number; currency: string },
        shown: jsonOf(form, 'shown') as NonNullable<Parameters<typeof api.confirmCheckout>[0]['shown']>,
      },
      { idempotencyKey: formText(form, 'attempt') },
    ),
  );
  if (problem) return notPaid(context, problem);
  const { next_action } = answer;
  if (!next_action) return redirectDocument(placedOrderPath(answer), 303);
  const { redirect_url } = next_action;
  // Without a script, a form may not lead to another site (form-action), so the next page has a link.
  const address = redirect_url && onThisHost(context, redirect_url);
  return redirectDocument(address && (!isDocument || address.startsWith('/')) ? address : '/checkout', 303);
}

function jsonOf(form: FormData, name: string): unknown {
  try {
    return JSON.parse(formText(form, name));
  } catch {
    return undefined;
  }
}

function notPaid(context: Context, problem: Problem) {
  // The payment step shows the reason, which the checkout stores.
  if (problem.code === 'payment-declined') return redirect(stepPath('payment'), 303);
  const { changes, totals, status } = problem;
  if (changes) return reply({ step: 'review', changes, totals }, status);
  const away = goElsewhere(context, problem);
  if (away) return away;
  const failure =
    problem.code === 'payment-unavailable'
      ? 'Our payment provider is not responding right now. You have not been charged. Please try again in a minute.'
      : messageOf(problem);
  return reply({ step: 'review', failure }, status);
}

/** Cancels a payment that waits for its second step. If the money arrived in the meantime, the order stands. */
export async function cancelPayment(context: Context) {
  const { api, attempt } = askApi(context);
  const { answer: checkout } = await attempt(api.checkout());
  if (checkout?.state !== 'paying' || !checkout.order_id) return redirect('/checkout', 303);
  const { problem } = await attempt(
    api.cancelOrder(checkout.order_id, { access: checkout.payment?.access_token }),
  );
  if (problem && problem.status >= 500) return reply({ failure: messageOf(problem) }, problem.status);
  return redirect(problem ? '/checkout' : stepPath('payment'), 303);
}
