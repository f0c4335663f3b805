import {
  NewsletterReceipt,
  NewsletterStatus,
  NewsletterSubscription,
  NewsletterToken,
} from '@kindred/contracts';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { confirmSubscription, type Newsletter, subscribe, unsubscribe } from './newsletter.ts';

const tags = ['newsletter'];

/** Also for our own pages, which ask in process and are in no other way limited. */
const subscribeLimit = { max: 5, timeWindow: '1 minute', allowList: [] };

export function newsletterRoutes(newsletter: Newsletter): ApiPlugin {
  return async (app) => {
    app.post(
      '/newsletter',
      {
        config: { rateLimit: subscribeLimit },
        schema: {
          tags,
          summary: 'Sends a mail with a link that subscribes',
          body: NewsletterSubscription,
          response: { 202: NewsletterReceipt },
        },
      },
      async (request, reply) => {
        await subscribe(newsletter, { email: request.body.email, now: new Date() });
        return reply.status(202).send({ message: 'Please look into your inbox and follow the link there.' });
      },
    );

    app.post(
      '/newsletter/confirm',
      {
        schema: {
          tags,
          summary: 'Subscribes, by the token of the mail',
          body: NewsletterToken,
          response: { 200: NewsletterStatus },
        },
      },
      async (request) => {
        await confirmSubscription(newsletter, request.body.token);
        return { state: 'confirmed' as const };
      },
    );

    app.post(
      '/newsletter/unsubscribe',
      {
        schema: {
          tags,
          summary: 'Unsubscribes, by the token of any mail',
          body: NewsletterToken,
          response: { 200: NewsletterStatus },
        },
      },
      async (request) => {
        await unsubscribe(newsletter, request.body.token);
        return { state: 'unsubscribed' as const };
      },
    );
  };
}
