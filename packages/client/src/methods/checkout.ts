import type { Api } from '../api.ts';
import type {
  Checkout,
  CheckoutDetails,
  Confirmation,
  ConfirmCheckout,
  PaymentMethod,
  PaymentSettings,
  TestCard,
} from '../contracts.ts';
import { createIdempotencyKey } from '../idempotency-key.ts';

/** From the cart to the order. */
export function checkoutMethods({ get, send, session }: Api) {
  /** Keeps the order's token, so that a guest may read the order. */
  async function remember(confirmation: Confirmation): Promise<Confirmation> {
    await session.keepOrder(confirmation.order.order_id, confirmation.access_token);
    return confirmation;
  }

  return {
    checkout: () => get<Checkout>('/checkout'),
    beginCheckout: (details: CheckoutDetails = {}) => send<Checkout>('POST', '/checkout', details),
    fillCheckout: (details: CheckoutDetails) => send<Checkout>('PATCH', '/checkout', details),
    /** One key per attempt: a request with the same key repeats the same attempt. */
    async confirmCheckout(
      confirmation: ConfirmCheckout,
      { idempotencyKey = createIdempotencyKey() }: { idempotencyKey?: string | undefined } = {},
    ) {
      const headers = { 'idempotency-key': idempotencyKey };
      return remember(await send<Confirmation>('POST', '/checkout/confirm', confirmation, { headers }));
    },
    /** After a second step elsewhere: asks for the state of this order's payment. */
    settleCheckout: async (orderId: string) =>
      remember(await send<Confirmation>('POST', '/checkout/settle', { order_id: orderId })),
    paymentSettings: () => get<PaymentSettings>('/payments/settings'),
    /** Returns a name for a card of the test provider. */
    addTestCard: (card: TestCard) => send<PaymentMethod>('POST', '/payments/test/methods', card),
  };
}
