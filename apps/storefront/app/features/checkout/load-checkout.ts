import type { Checkout, PostalAddress } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';
import { data, type RouterContextProvider, redirect } from 'react-router';
import { askApi, outageStatus } from '../../shared/api-answers.ts';
import { countries } from '../address/countries.ts';
import { orderPath } from '../orders/order-paths.ts';
import { stepOf, stepPath, stepToShow } from './checkout-steps.ts';
import { savedAddressOf } from './chosen-address.ts';
import { goElsewhere, onThisHost, placedOrderPath } from './leave-checkout.ts';

type Context = Readonly<RouterContextProvider>;

/** The data of the checkout's page. A checkout that is being paid shows only the payment. */
export async function loadCheckout(context: Context, url: URL) {
  const { api, attempt, optional } = askApi(context);
  const { answer: checkout, problem } = await attempt(api.beginCheckout());
  if (problem) throw goElsewhere(context, problem) ?? data(null, { status: outageStatus(problem) });
  if (checkout.state === 'paying') return waitForPayment(context, checkout);

  const asked = stepOf(url.searchParams.get('step'));
  const step = stepToShow(asked, checkout);
  if (asked !== step) throw redirect(stepPath(step));
  const [estimate, delivery, settings] = await Promise.all([
    loadEstimate(context, checkout),
    step === 'delivery' ? loadDelivery(context, checkout) : undefined,
    step === 'payment' ? optional(api.paymentSettings()) : undefined,
  ]);
  return {
    kind: 'steps' as const,
    step,
    checkout,
    estimate,
    /** Written by the server, because a browser may have other names for countries. */
    addressText: checkout.shipping_address && addressText(checkout.shipping_address),
    delivery,
    settings: settings ?? undefined,
    /** The key of one attempt to pay. Requests with the same key pay once. */
    attempt: crypto.randomUUID(),
  };
}

export type CheckoutSteps = Extract<Awaited<ReturnType<typeof loadCheckout>>, { kind: 'steps' }>;

/** The cart's estimate, until address and delivery option are chosen. Null if they are, or if the estimate was for another option. */
async function loadEstimate(
  context: Context,
  { missing, draft, shipping_address, shipping_method_id }: Checkout,
) {
  if (!missing.includes('shipping_address') && !missing.includes('shipping_method_id')) return null;
  const { api, optional } = askApi(context);
  const country = draft.country || shipping_address?.country;
  const cart = await optional(api.cart(country ? { country } : {}));
  const method = cart?.estimate?.shipping_method?.shipping_method_id;
  return method !== undefined && (shipping_method_id ?? method) === method ? (cart?.estimate ?? null) : null;
}

async function loadDelivery(context: Context, checkout: Checkout) {
  const { api, optional } = askApi(context);
  const [cart, session] = await Promise.all([optional(api.cart()), optional(api.session())]);
  const saved = session?.account ? await optional(api.addresses()) : null;
  const { currency } = checkout.breakdown.total_price;
  /** The country of the cart's estimate. */
  const defaultCountry = cart?.estimate?.country ?? 'US';
  const country = checkout.draft.country || checkout.shipping_address?.country || defaultCountry;
  const methods = await optional(api.shippingMethods({ currency, country }));
  const addresses = (saved?.items ?? []).map((address) => ({ ...address, text: addressText(address) }));
  return {
    countries,
    defaultCountry,
    isMember: Boolean(session?.account),
    methods: methods?.items ?? checkout.shipping_methods,
    addresses,
    chosen: savedAddressOf(checkout, addresses)?.address_id,
  };
}

function addressText(address: PostalAddress): string {
  return addressLines(address).join(', ');
}

export type DeliveryData = Awaited<ReturnType<typeof loadDelivery>>;

/** Redirects if the payment was decided in the meantime; otherwise returns what the waiting page shows. */
async function waitForPayment(context: Context, checkout: Checkout) {
  const { api, attempt, optional, required } = askApi(context);
  const orderId = checkout.order_id!;
  const { answer, problem } = await attempt(api.settleCheckout(orderId));
  if (problem && problem.status < 500) throw redirect(stepPath('payment'));
  if (answer?.order.payment_status === 'paid') throw goElsewhere(context, placedOrderPath(answer));
  const access = checkout.payment?.access_token ?? '';
  const [settings, order] = await Promise.all([
    optional(api.paymentSettings()),
    answer?.order ?? required(api.order(orderId, { access })),
  ]);
  const nextAction = answer?.next_action ?? checkout.payment?.next_action ?? null;
  return {
    kind: 'waiting' as const,
    orderId,
    orderHref: orderPath(orderId, { access: order.is_guest ? access : undefined }),
    /** The order's total, because the cart may have changed since. */
    total: order.total_price,
    nextAction: nextAction && {
      ...nextAction,
      ...(nextAction.redirect_url && { redirect_url: onThisHost(context, nextAction.redirect_url) }),
    },
    settings: settings ?? undefined,
  };
}

export type WaitingPayment = Extract<Awaited<ReturnType<typeof loadCheckout>>, { kind: 'waiting' }>;
