/** @file Carries out the forms of an order's page. */
import type { KindredClient } from '@kindred/client';
import type { BuyAgainAnswer, Order } from '@kindred/contracts';
import type { ToastMessage } from '@kindred/ui';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { type FormError, messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { checkNewPassword, loginErrorsOf } from '../login/login-checks.ts';

export interface Refused {
  readonly errors: readonly FormError[];
  /** The form that was refused. */
  readonly intent: string;
  readonly status: number;
}

export type IntentResult = { readonly told?: ToastMessage } | { readonly refused: Refused };

interface Asked {
  readonly answers: ApiAnswers;
  readonly form: FormData;
  readonly orderId: string;
  readonly access: string | undefined;
}

export async function carryOut(asked: Asked): Promise<IntentResult> {
  const intent = formText(asked.form, 'intent');
  switch (intent) {
    case 'buy-again':
      return buyAgain(asked);
    case 'withdraw':
      return withdraw(asked);
    case 'create-account':
      return createAccount(asked);
    default:
      return refuse(intent, 400, [{ message: 'This page is out of date. Please reload it.' }]);
  }
}

function refuse(intent: string, status: number, errors: readonly FormError[]): { refused: Refused } {
  return { refused: { intent, status, errors } };
}

export async function buyAgain({
  answers: { api, attempt },
  form,
  orderId,
  access,
}: Asked): Promise<{ readonly told: ToastMessage } | { readonly refused: Refused }> {
  const productId = Number(formText(form, 'product_id'));
  const request = productId > 0 ? { product_ids: [productId] } : {};
  const { answer, problem } = await attempt(api.buyAgain(orderId, request, { access }));
  if (problem) return refuse('buy-again', problem.status, [{ message: messageOf(problem) }]);
  return { told: boughtAgain(answer) };
}

const listedAtMost = 2;

export function boughtAgain({ added, left_out }: Pick<BuyAgainAnswer, 'added' | 'left_out'>): ToastMessage {
  const units = added.reduce((sum, { quantity }) => sum + quantity, 0);
  const parts = [
    units === 0
      ? 'Nothing was added to your cart.'
      : `${units} ${units === 1 ? 'item' : 'items'} added to your cart.`,
    ...left_out.slice(0, listedAtMost).map(({ title, message }) => `${shortened(title)}: ${message}`),
  ];
  const more = left_out.length - listedAtMost;
  if (more > 0) parts.push(`${more} more could not be added.`);
  return { text: parts.join(' '), ...(units > 0 && { link: { href: '/cart', label: 'View cart' } }) };
}

const shortened = (title: string) => (title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title);

async function withdraw({ answers: { api, attempt }, form, orderId, access }: Asked): Promise<IntentResult> {
  const { problem } = await attempt(api.withdrawReturn(orderId, formText(form, 'return_id'), { access }));
  if (problem) return refuse('withdraw', problem.status, [{ message: messageOf(problem) }]);
  return { told: { text: 'Your return is withdrawn. You keep the items.' } };
}

async function createAccount({ answers, form, orderId, access }: Asked): Promise<IntentResult> {
  const { api, attempt, required } = answers;
  const wrong = checkNewPassword(form);
  if (wrong.length > 0) return refuse('create-account', 400, wrong);
  const order = await required(api.order(orderId, { access }));
  const { problem } = await attempt(api.register(registrationOf(order, formText(form, 'password'))));
  if (!problem) return {};
  return refuse('create-account', problem.status, loginErrorsOf(problem));
}

/** Splits the name on the parcel: the last word is the last name, the words before it are the first name. */
export function registrationOf(
  { email, shipping_address }: Pick<Order, 'email' | 'shipping_address'>,
  password: string,
): Parameters<KindredClient['register']>[0] {
  const words = (shipping_address?.full_name ?? '').trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const first = words.slice(0, words.length > 1 ? -1 : undefined).join(' ');
  return {
    email: email ?? '',
    password,
    ...(first !== '' && { first_name: first.slice(0, 100) }),
    ...(last !== undefined && { last_name: last.slice(0, 100) }),
  };
}
