import Stripe from 'stripe';
import { PaymentUnavailableError } from '../ports/payment-gateway.ts';

const { errors } = Stripe;

/** No answer, or none that tells what happened. */
const outages = [errors.StripeConnectionError, errors.StripeAPIError, errors.StripeRateLimitError];

/** Asks Stripe. @throws PaymentUnavailableError, or what Stripe has against the request */
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

/** Whether Stripe refuses a request for this reason: `resource_missing`. */
export function isRefusal(
  error: unknown,
  code?: string,
): error is InstanceType<typeof errors.StripeInvalidRequestError> {
  return error instanceof errors.StripeInvalidRequestError && (code === undefined || error.code === code);
}

/** An error of Stripe's carries the whole payment, client secret and all, which belongs in no log. */
export function withoutDetails(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const request = error.requestId ? ` (request ${error.requestId})` : '';
  return new Error(`Stripe refused: ${error.message}${request}`);
}
