/** @file An extension whose payment gateway asks for nothing in the browser. Behind the till is the test provider. */
import { createTestPaymentGateway } from '../adapters/test-payment-gateway.ts';
import { defineExtension } from '../extension.ts';

/** Whose receipts it has thrown away. */
export const forgotten: string[] = [];

export default defineExtension({
  createModules: () => [
    {
      name: 'till',
      async forgetUser(userId) {
        forgotten.push(userId);
      },
    },
  ],
  createPaymentGateway: ({ db, publicUrl }) => ({
    ...createTestPaymentGateway({ db, publicUrl, secret: 'of the till' }),
    provider: 'till',
    browserSettings: { payment_method: '4242424242424242', label: 'Pay at the till' },
  }),
});
