/** @file Saves the forms of contact and delivery: complete, or unfinished as a draft. */
import type { CheckoutDetails, PostalAddress } from '@kindred/contracts';
import { type RouterContextProvider, redirect } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { formErrorsOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { addressLabels, addressOf, addressSentences, checkAddress } from '../address/address-form.ts';
import { emailSentences } from './check-contact.ts';
import { checkDelivery } from './check-delivery.ts';
import { reply } from './checkout-reply.ts';
import { type Step, stepPath } from './checkout-steps.ts';
import { addressPrefix, draftOf, isSameAddress, newAddress, postalAddressOf } from './chosen-address.ts';
import { goElsewhere } from './leave-checkout.ts';

type Context = Readonly<RouterContextProvider>;

export async function saveContact(context: Context, form: FormData) {
  const { api, attempt } = askApi(context);
  const email = formText(form, 'email');
  const { problem } = await attempt(api.beginCheckout({ email }));
  if (!problem) return redirect(stepPath('delivery'), 303);
  const away = goElsewhere(context, problem);
  if (away) return away;
  await saveTyped(context, 'contact', form);
  const errors = formErrorsOf(problem, { email: 'Email' }, emailSentences);
  return reply({ step: 'contact', errors, values: formValues(form) }, problem.status);
}

export async function saveDelivery(context: Context, form: FormData) {
  const { api, attempt, optional } = askApi(context);
  const values = formValues(form);
  const wrong = checkDelivery(form);
  if (wrong.length > 0) {
    await saveTyped(context, 'delivery', form);
    return reply({ step: 'delivery', errors: wrong, values }, 422);
  }
  const { answer, problem } = await attempt(api.beginCheckout(await deliveryOf(context, form)));
  if (problem) {
    const away = goElsewhere(context, problem);
    if (away) return away;
    await saveTyped(context, 'delivery', form);
    const errors = formErrorsOf(problem, addressLabels(addressPrefix), addressSentences(addressPrefix));
    return reply({ step: 'delivery', errors, values }, problem.status);
  }
  if (answer.shipping_address) await keepAddress(context, form, answer.shipping_address);
  const country = answer.shipping_address?.country;
  // The cart's estimate follows the address.
  if (country) await optional(api.changeCart({ country }));
  if (!answer.missing.includes('shipping_method_id')) return redirect(stepPath('payment'), 303);
  const lost = answer.notices.find(({ kind }) => kind === 'shipping-method');
  const message = lost?.message ?? 'Choose a delivery option';
  return reply({ step: 'delivery', errors: [{ name: 'shipping_method_id', message }], values }, 409);
}

/** Saves the address to the account if the shopper asked for it. */
async function keepAddress(context: Context, form: FormData, address: PostalAddress): Promise<void> {
  const isNew = (formText(form, 'address_id') || newAddress) === newAddress;
  if (!isNew || form.get('keep_address') !== 'on') return;
  const { api, optional } = askApi(context);
  const known = await optional(api.addresses());
  if (known && !known.items.some((one) => isSameAddress(one, address)))
    await optional(api.addAddress(address));
}

async function deliveryOf(context: Context, form: FormData): Promise<CheckoutDetails> {
  const method = formText(form, 'shipping_method_id');
  return {
    shipping_address: await chosenAddress(context, form),
    ...(method && { shipping_method_id: method }),
  };
}

async function chosenAddress(context: Context, form: FormData): Promise<PostalAddress> {
  const chosen = formText(form, 'address_id') || newAddress;
  if (chosen === newAddress) return addressOf(form, addressPrefix);
  const { api, required } = askApi(context);
  const { items } = await required(api.addresses());
  const saved = items.find(({ address_id }) => address_id === chosen);
  return saved ? postalAddressOf(saved) : addressOf(form, addressPrefix);
}

/** Saves the input, valid or not, without reporting errors. */
export async function saveTyped(context: Context, step: Step, form: FormData): Promise<void> {
  const { api, attempt } = askApi(context);
  if (step === 'contact') {
    const email = formText(form, 'email');
    const { problem } = await attempt(api.beginCheckout({ email }));
    if (problem) await attempt(api.beginCheckout({ draft: { email: email.slice(0, 300) } }));
  }
  if (step !== 'delivery') return;
  const method = formText(form, 'shipping_method_id');
  if (method) await attempt(api.beginCheckout({ shipping_method_id: method }));
  const isNew = (formText(form, 'address_id') || newAddress) === newAddress;
  if (!isNew || checkAddress(form, addressPrefix).length === 0) {
    const { problem } = await attempt(
      api.beginCheckout({ shipping_address: await chosenAddress(context, form) }),
    );
    if (!problem) return;
  }
  await attempt(api.beginCheckout({ draft: draftOf(formValues(form)) }));
}
