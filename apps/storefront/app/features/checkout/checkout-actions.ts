import type { RouterContextProvider } from 'react-router';
import { redirect, redirectDocument } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { wantsPage } from '../../shared/document-post.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { type CheckoutReply, reply } from './checkout-reply.ts';
import { memberField, type Step, stepPath } from './checkout-steps.ts';
import { saveContact, saveDelivery, saveTyped } from './fill-steps.ts';
import { goElsewhere } from './leave-checkout.ts';
import { cancelPayment, choosePayment, pay } from './pay-actions.ts';

type Context = Readonly<RouterContextProvider>;

/** Each step has one form. The pressed button names the intent, and after a colon its subject: `remove-code:WELCOME10`. */
export async function actOnCheckout(context: Context, step: Step, request: Request) {
  const form = await request.formData();
  if (form.has(memberField) && (await isLoggedOut(context)))
    return redirectDocument(`/login?${new URLSearchParams({ return_to: stepPath(step) })}`, 303);
  const [intent, subject = ''] = formText(form, 'intent').split(':');
  switch (intent) {
    case 'apply-code':
      return applyCode(context, step, form);
    case 'remove-code':
      return removeCode(context, step, form, subject);
    case 'remove-line':
      return removeLine(context, step, Number(subject));
    case 'keep':
      await saveTyped(context, step, form);
      return reply({});
    case 'update':
      await saveTyped(context, step, form);
      return redirect(stepPath(step), 303);
    case 'cancel-payment':
      return cancelPayment(context);
    case 'pay':
      return pay(context, form, wantsPage(request));
    default:
      return goOn(context, step, form);
  }
}

/** A member whose log-in has ended must log in again, because their cart is in their account. */
async function isLoggedOut(context: Context): Promise<boolean> {
  const { api, optional } = askApi(context);
  return (await optional(api.session()))?.account === null;
}

/**
 * Applies a promo code that was typed but not applied, because without a script, Enter in its field presses the step's button. A code
 * that was refused before does not block the step.
 */
async function goOn(context: Context, step: Step, form: FormData) {
  const code = formText(form, 'code').trim();
  if (code !== '' && code !== formText(form, 'refused_code')) {
    const answer = await applyCode(context, step, form);
    if (answer instanceof Response || answer.data.promo?.error !== undefined) return answer;
  }
  switch (step) {
    case 'contact':
      return saveContact(context, form);
    case 'delivery':
      return saveDelivery(context, form);
    case 'payment':
      return choosePayment(context, form);
    case 'review':
      return redirect(stepPath(step), 303);
    default:
      return step satisfies never;
  }
}

async function applyCode(context: Context, step: Step, form: FormData) {
  const { api, attempt } = askApi(context);
  await saveTyped(context, step, form);
  const code = formText(form, 'code').trim();
  const values = formValues(form, { except: ['code'] });
  if (code === '') return reply({ step, values, promo: { code, error: 'Enter a promo code' } }, 422);
  const { problem } = await attempt(api.addPromoCode(code));
  if (!problem) return reply({ step, values, promo: { code: code.toUpperCase() } });
  const away = goElsewhere(context, problem);
  if (away) return away;
  const content: CheckoutReply = { step, values, promo: { code, error: messageOf(problem) } };
  return reply(content, problem.status);
}

async function removeCode(context: Context, step: Step, form: FormData, code: string) {
  const { api, attempt } = askApi(context);
  await saveTyped(context, step, form);
  await attempt(api.removePromoCode(code));
  return reply({ step, values: formValues(form) });
}

/** Removes a sold-out product, so that the shopper can buy the rest. */
async function removeLine(context: Context, step: Step, productId: number) {
  const { api, attempt } = askApi(context);
  const { answer } = await attempt(api.removeFromCart(productId));
  if (answer?.item_count === 0) return goElsewhere(context, '/cart')!;
  return redirect(stepPath(step), 303);
}
