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
  /** A guest may look at the order from now on. */
  async function remember(confirmation: Confirmation): Promise<Confirmation> {
    await session.keepOrder(confirmation.order.order_id, confirmation.access_token);
    return confirmation;
  }

  return {
    checkout: () => get<Checkout>('/checkout'),
    beginCheckout: (details: CheckoutDetails = {}) => send<Checkout>('POST', '/checkout', details),
    fillCheckout: (details: CheckoutDetails) => send<Checkout>('PATCH', '/checkout', details),
    /** One key an attempt: sent again with the same key, it is the same attempt. */
    async confirmCheckout(
      confirmation: ConfirmCheckout,
      { idempotencyKey = createIdempotencyKey() }: { idempotencyKey?: string | undefined } = {},
    ) {
      const headers = { 'idempotency-key': idempotencyKey };
      return remember(await send<Confirmation>('POST', '/checkout/confirm', confirmation, { headers }));
    },
    /** After a second step elsewhere: how the payment of this order stands. */
    settleCheckout: async (orderId: string) =>
      remember(await send<Confirmation>('POST', '/checkout/settle', { order_id: orderId })),
    paymentSettings: () => get<PaymentSettings>('/payments/settings'),
    /** A name for a card of the test provider. */
    addTestCard: (card: TestCard) => send<PaymentMethod>('POST', '/payments/test/methods', card),
  };
}
