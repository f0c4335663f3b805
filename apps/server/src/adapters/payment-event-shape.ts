import { PaymentEventShapeError } from '../ports/payment-gateway.ts';

/** Ids of providers have some 30 characters; the key of a job has room for 512. */
const longest = 255;

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

/**
 * What every provider's event has, whoever signed it.
 * @throws PaymentEventShapeError
 */
export function assertEventShape(event: unknown): asserts event is { id: string; type: string } {
  const { id, type } = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>;
  if (!isName(id) || !isName(type))
    throw new PaymentEventShapeError(`An event has an id and a type of 1 to ${longest} characters.`);
}
