import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../../config/config.ts';
import { checkoutPage, contentSecurityPolicy } from './content-security-policy.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** With these, the scripts and styles of a page are its own. They are made when a page asks for them, and then its policy allows them. */
    readonly cspNonce: Nonces | undefined;
  }
}

interface Nonces {
  readonly script: string;
  readonly style: string;
}

interface SecurityHeaders {
  readonly constant: readonly (readonly [name: string, value: string])[];
  /** Without nonces, for an answer that is no page. */
  readonly policy: string;
  policyWith(nonces: Nonces): string;
}

const policyName = 'content-security-policy';

/** Adds helmet's headers to every answer. They are computed once, because helmet takes longer to compute them than many a route to answer. */
export function registerSecurityHeaders(
  app: FastifyInstance,
  config: Pick<Config, 'publicUrl' | 'stripe'> & { readonly pictureOrigins: readonly string[] },
): void {
  const usual = computeHeaders('/', config);
  const ofCheckout = computeHeaders('/checkout', config);
  const headersOf = (url: string) => (checkoutPage.test(url) ? ofCheckout : usual);
  const made = new WeakMap<FastifyReply, Nonces>();
  app.decorateReply('cspNonce', {
    getter(this: FastifyReply) {
      let nonces = made.get(this);
      if (!nonces) {
        const digits = randomBytes(32).toString('hex');
        nonces = { script: digits.slice(0, 32), style: digits.slice(32) };
        made.set(this, nonces);
        this.raw.setHeader(policyName, headersOf(this.request.url).policyWith(nonces));
      }
      return nonces;
    },
  });
  app.addHook('onRequest', (request, reply, done) => {
    const { constant, policy } = headersOf(request.url);
    for (const [name, value] of constant) reply.raw.setHeader(name, value);
    reply.raw.setHeader(policyName, policy);
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
    policy: policy.replace(" 'nonce-{script}'", '').replace(" 'nonce-{style}'", ''),
    policyWith: ({ script, style }) => policy.replace('{script}', script).replace('{style}', style),
  };
}
