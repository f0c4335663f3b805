import type { PaymentFailureCode } from '../../../ports/payment-gateway.ts';

const messages: Readonly<Record<PaymentFailureCode, string>> = {
  'card-declined': 'Your card was declined. Please try another one.',
  'insufficient-funds': 'There is not enough money on your card. Please try another one.',
  'expired-card': 'Your card has expired. Please try another one.',
  'incorrect-cvc': 'The security code of your card is wrong.',
  'authentication-failed': 'Your bank did not confirm that it is you. Please try again.',
  'invalid-method': 'This payment method is not valid. Please check it or choose another one.',
  'processing-error': 'Something went wrong at your bank. Please try again in a minute.',
};

/** Returns a message for the shopper. Nothing was charged. */
export function declineMessage(failureCode: string | null): string {
  return (
    messages[failureCode as PaymentFailureCode] ??
    'The payment did not go through. You have not been charged.'
  );
}
