import { FetchError, PassingError } from './fetch-error.ts';
import type { OpenAddress } from './open-address.ts';

/** Busy servers and broken gateways are asked again; anything else would say the same once more. */
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
  const meaning = status === 404 || status === 410 ? ': there is no such file there' : '';
  throw new FetchError(`${address.href} answered ${status}${meaning}.`);
}
