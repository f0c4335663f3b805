import type { Api } from '../api.ts';
import type { NewsletterReceipt, NewsletterStatus } from '../contracts.ts';

/** The shop's newsletter. */
export function newsletterMethods({ send }: Api) {
  return {
    subscribeToNewsletter: (email: string) => send<NewsletterReceipt>('POST', '/newsletter', { email }),
    confirmNewsletter: (token: string) => send<NewsletterStatus>('POST', '/newsletter/confirm', { token }),
    unsubscribeFromNewsletter: (token: string) =>
      send<NewsletterStatus>('POST', '/newsletter/unsubscribe', { token }),
  };
}
