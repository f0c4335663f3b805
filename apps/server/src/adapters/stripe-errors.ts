import Stripe from 'stripe';
import { PaymentUnavailableError } from '../ports/payment-gateway.ts';

const { errors } = Stripe;

/** Stripe did not answer, or its answer does not say what happened. */
const outages = [errors.StripeConnectionError, errors.StripeAPIError, errors.StripeRateLimitError];

/** Sends a request to Stripe. @throws PaymentUnavailableError, or Stripe's error if it rejects the request */
export async function ask<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (outages.some((Outage) => error instanceof Outage))
      throw new PaymentUnavailableError(`Stripe does not answer: ${(error as Error).message}`, {
        cause: error,
      });
    throw error;
  }
}

/** Whether Stripe rejected a request for this reason, such as `resource_missing`. */
export function isRefusal(
  error: unknown,
  code?: string,
): error is InstanceType<typeof errors.StripeInvalidRequestError> {
  return error instanceof errors.StripeInvalidRequestError && (code === undefined || error.code === code);
}

/** Stripe's errors contain the whole payment, including the client secret, which must not be logged. */
export function withoutDetails(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const request = error.requestId ? ` (request ${error.requestId})` : '';
  return new Error(`Stripe refused: ${error.message}${request}`);
}
