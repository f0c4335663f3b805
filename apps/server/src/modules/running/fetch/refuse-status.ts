import { FetchError, PassingError } from './fetch-error.ts';
import type { OpenAddress } from './open-address.ts';

/** Throws for an error status. Busy servers and broken gateways may be tried again; other errors would not change. */
export function refuseStatus({
  status,
  headers,
  address,
}: Pick<OpenAddress, 'status' | 'headers' | 'address'>): never {
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    throw new PassingError(`the server answered ${status}`, {
      waitMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null,
    });
  }
  const meaning = status === 404 || status === 410 ? ': the file does not exist there' : '';
  throw new FetchError(`${address.href} answered ${status}${meaning}.`);
}
