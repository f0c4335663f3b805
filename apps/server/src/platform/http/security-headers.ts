import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../../config/config.ts';
import { checkoutPage, contentSecurityPolicy } from './content-security-policy.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** With these nonces, the scripts and styles of a page are its own. The API has no pages, and its answers no nonces. */
    cspNonce: { readonly script: string; readonly style: string } | undefined;
  }
}

interface SecurityHeaders {
  readonly constant: readonly (readonly [name: string, value: string])[];
  policy(script: string, style: string): string;
}

const policyName = 'content-security-policy';

/** Adds helmet's headers to every answer. They are computed once, because helmet takes longer to compute them than many a route to answer. */
export function registerSecurityHeaders(
  app: FastifyInstance,
  config: Pick<Config, 'publicUrl' | 'stripe'> & { readonly pictureOrigins: readonly string[] },
): void {
  const usual = computeHeaders('/', config);
  const ofCheckout = computeHeaders('/checkout', config);
  const policyOfApi = usual.policy('', '').replaceAll(" 'nonce-'", '');
  app.decorateReply('cspNonce', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    const headers = checkoutPage.test(request.url) ? ofCheckout : usual;
    for (const [name, value] of headers.constant) reply.raw.setHeader(name, value);
    if (request.url.startsWith('/api/')) reply.raw.setHeader(policyName, policyOfApi);
    else {
      const nonces = randomBytes(32).toString('hex');
      const [script, style] = [nonces.slice(0, 32), nonces.slice(32)];
      reply.cspNonce = { script, style };
      reply.raw.setHeader(policyName, headers.policy(script, style));
    }
    done();
  });
}

function computeHeaders(url: string, config: Parameters<typeof registerSecurityHeaders>[1]): SecurityHeaders {
  const { directives } = contentSecurityPolicy(config);
  const set = new Map<string, string>();
  const response: Pick<ServerResponse, 'removeHeader'> & { setHeader(name: string, value: string): void } = {
    setHeader: (name, value) => set.set(name.toLowerCase(), value),
    removeHeader: () => undefined,
  };
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...directives,
        scriptSrc: [...directives.scriptSrc, "'nonce-{script}'"],
        styleSrc: [...directives.styleSrc, "'nonce-{style}'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })({ url } as IncomingMessage, response as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  const policy = set.get(policyName)!;
  set.delete(policyName);
  return {
    constant: [...set],
    policy: (script, style) => policy.replace('{script}', script).replace('{style}', style),
  };
}
