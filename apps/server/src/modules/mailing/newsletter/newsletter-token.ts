import { createHmac } from 'node:crypto';

/**
 * Returns the token in the links of a subscriber's mails. It is derived from the subscription, so every mail can have the same link
 * although the database only has the token's hash.
 */
export function newsletterToken(subscriptionId: string, secret: string): string {
  return createHmac('sha256', secret).update(`newsletter ${subscriptionId}`).digest('base64url');
}
