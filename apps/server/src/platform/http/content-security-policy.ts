import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config.ts';

/** The sources that Stripe's script needs: https://docs.stripe.com/security/guide#content-security-policy */
const stripe = {
  script: 'https://js.stripe.com https://*.js.stripe.com',
  frame: 'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  connect: 'https://api.stripe.com',
  img: 'https://*.stripe.com',
};

export const checkoutPage = /^\/checkout(?:[/?]|$)/;

/** Returns the same policy for every page, except that the checkout's pages also allow the payment provider's hosts. */
export function contentSecurityPolicy({
  publicUrl,
  pictureOrigins,
  stripe: stripeConfig,
}: Pick<Config, 'publicUrl' | 'stripe'> & {
  /** The other origins of pictures. */
  pictureOrigins: readonly string[];
}) {
  /** Allows the shop itself and, in the checkout, these hosts. */
  const selfAnd = (hosts: string) => (request: IncomingMessage) =>
    stripeConfig && checkoutPage.test(request.url ?? '') ? `'self' ${hosts}` : "'self'";
  return {
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      frameSrc: [selfAnd(stripe.frame)],
      objectSrc: ["'none'"],
      imgSrc: [selfAnd(stripe.img), 'data:', ...pictureOrigins],
      styleSrc: ["'self'"],
      scriptSrc: [selfAnd(stripe.script)],
      connectSrc: [selfAnd(stripe.connect)],
      ...(publicUrl.startsWith('https:') ? { upgradeInsecureRequests: [] } : {}),
    },
  };
}
