import { PaymentEventShapeError } from '../ports/payment-gateway.ts';

/** Providers' ids have about 30 characters; a job's key has room for 512. */
const longest = 255;

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

/**
 * Checks the fields that every provider's event must have. A valid signature does not ensure them.
 * @throws PaymentEventShapeError
 */
export function assertEventShape(event: unknown): asserts event is { id: string; type: string } {
  const { id, type } = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>;
  if (!isName(id) || !isName(type))
    throw new PaymentEventShapeError(`An event needs an id and a type of 1 to ${longest} characters.`);
}
