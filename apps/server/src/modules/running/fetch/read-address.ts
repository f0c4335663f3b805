import { FetchError, PassingError } from './fetch-error.ts';
import { type HttpSettings, openAddress } from './open-address.ts';
import { refuseStatus } from './refuse-status.ts';
import { type RetrySettings, withRetries } from './retries.ts';

/** Reads a small document. `nextPage` comes from its `Link` header. */
export function readAddress(
  address: URL,
  mostBytes: number,
  http: HttpSettings & Partial<RetrySettings>,
): Promise<{ body: Buffer; nextPage: URL | null }> {
  return withRetries(address.href, { mostFailures: 4, ...http }, async () => {
    const answer = await openAddress(address, {}, http);
    try {
      if (answer.status !== 200) refuseStatus(answer);
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for await (const piece of answer.body) {
        bytes += piece.length;
        if (bytes > mostBytes) throw new FetchError(`${address.href} is larger than ${mostBytes} bytes.`);
        pieces.push(piece);
      }
      const promised = Number(answer.headers.get('content-length') ?? bytes);
      if (bytes < promised) throw new PassingError('the answer ended early');
      const next = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(answer.headers.get('link') ?? '')?.[1];
      return {
        body: Buffer.concat(pieces),
        nextPage:
          next !== undefined && URL.canParse(next, answer.address.href)
            ? new URL(next, answer.address)
            : null,
      };
    } finally {
      answer.close();
    }
  });
}
