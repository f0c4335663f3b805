import { createHmac } from 'node:crypto';

/**
 * What the links in a subscriber's mails carry. It is made from the subscription, so that every mail can have the same link
 * though the database holds no more than its hash.
 */
export function newsletterToken(subscriptionId: string, secret: string): string {
  return createHmac('sha256', secret).update(`newsletter ${subscriptionId}`).digest('base64url');
}
