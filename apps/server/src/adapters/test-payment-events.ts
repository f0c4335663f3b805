import { createHmac, timingSafeEqual } from 'node:crypto';
import { type PaymentEvent, PaymentEventError, PaymentEventShapeError } from '../ports/payment-gateway.ts';
import { assertEventShape } from './payment-event-shape.ts';

export const testSignatureHeader = 'kindred-test-signature';
const toleranceMs = 300_000;

interface TestEventBody {
  readonly id: string;
  readonly type: string;
  readonly reference: string;
  readonly amount_minor?: number;
  readonly currency?: string;
}

function signatureOf(secret: string, time: string, body: Buffer): Buffer {
  return createHmac('sha256', `${secret} test payment events`).update(`${time}.`).update(body).digest();
}

/** Signs an event as the test provider sends it to the shop's webhook. */
export function signTestEvent({
  event,
  secret,
  now,
}: {
  event: TestEventBody;
  secret: string;
  now: number;
}): { body: Buffer; headers: Record<string, string> } {
  const body = Buffer.from(JSON.stringify(event));
  const time = String(Math.floor(now / 1_000));
  const signature = signatureOf(secret, time, body).toString('hex');
  return {
    body,
    headers: { 'content-type': 'application/json', [testSignatureHeader]: `t=${time},v1=${signature}` },
  };
}

/** @throws PaymentEventError */
export function readTestEvent({
  rawBody,
  headers,
  secret,
  now,
}: {
  rawBody: Buffer;
  headers: Readonly<Record<string, string | undefined>>;
  secret: string;
  now: number;
}): PaymentEvent {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(headers[testSignatureHeader] ?? '');
  if (!match) throw new PaymentEventError('The event is not signed.');
  const [, time, given] = match;
  if (!timingSafeEqual(signatureOf(secret, time, rawBody), Buffer.from(given, 'hex')))
    throw new PaymentEventError('The signature is wrong.');
  if (Math.abs(now - Number(time) * 1_000) > toleranceMs)
    throw new PaymentEventError('The event is too old.');
  let event: unknown;
  try {
    event = JSON.parse(rawBody.toString());
  } catch {
    throw new PaymentEventShapeError('The event is not JSON.');
  }
  assertEventShape(event);
  const { id, type, reference, amount_minor, currency }: Partial<TestEventBody> & typeof event = event;
  return {
    providerEventId: id,
    type,
    reference: typeof reference === 'string' ? reference : undefined,
    claimed:
      typeof amount_minor === 'number' && typeof currency === 'string'
        ? { amountMinor: amount_minor, currency }
        : undefined,
    payload: { ...event },
  };
}
