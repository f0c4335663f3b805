import { openDatabase } from '../platform/postgres/database.ts';
import { describePaymentGateway } from '../ports/payment-gateway.contract.ts';
import { createTestDatabase } from '../testing/postgres/test-database.ts';
import { signTestEvent } from './test-payment-events.ts';
import { createTestPaymentGateway } from './test-payment-gateway.ts';

const secret = 'the secret of the test provider';

describePaymentGateway('the test provider', async () => {
  const { connectionString, drop } = await createTestDatabase();
  const database = openDatabase({ connectionString, max: 5 });
  const gateway = createTestPaymentGateway({
    db: database.db,
    secret,
    publicUrl: 'http://localhost:3000',
    timeoutMs: 0,
  });
  return {
    gateway,
    methods: {
      pays: '4242 4242 4242 4242',
      asks: '4000002500003155',
      asksInVain: '4000008400001629',
      declined: [
        ['4000000000000002', 'card-declined'],
        ['4000000000009995', 'insufficient-funds'],
        ['4000000000000069', 'expired-card'],
        ['4000000000000127', 'incorrect-cvc'],
        ['4000000000000119', 'processing-error'],
      ],
      refundsPend: '4000000000007726',
      refundsPendInVain: '4000000000006996',
      refundsBounce: '4000000000005126',
      refundsFail: '4000000000006997',
    },
    namedMethods: ['4242424242424242', '4000000000000002', '4000002500003155'].map(
      (number) => gateway.addMethod({ number, expiry: '04/34' })!.id,
    ),
    loseAnswer: (what) => (what === 'after-it-charged' ? '4000000000006999' : '4000000000006998'),
    async finishSecondStep(reference, isApproved) {
      await gateway.authenticate(reference, isApproved);
    },
    async endRefund(refund) {
      await gateway.refund(refund);
    },
    event: ({ id, kind, reference, claimed, at = new Date(), isForged = false }) =>
      signTestEvent({
        event: {
          id,
          type: kind === 'paid' ? 'payment.paid' : 'payment.failed',
          reference,
          ...(kind === 'paid' && { amount_minor: claimed.amountMinor, currency: claimed.currency }),
        },
        secret: isForged ? 'somebody else’s' : secret,
        now: at.getTime(),
      }),
    async close() {
      await database.close();
      await drop();
    },
  };
});
