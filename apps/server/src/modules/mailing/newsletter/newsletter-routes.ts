import {
  NewsletterReceipt,
  NewsletterStatus,
  NewsletterSubscription,
  NewsletterToken,
} from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { confirmSubscription, type Newsletter, subscribe, unsubscribe } from './newsletter.ts';
import { newsletterProblem } from './newsletter-errors.ts';

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
          operationId: 'subscribeToNewsletter',
          asker: 'anybody',
          summary: 'Sends a mail with a link that subscribes',
          description: 'The answer is the same whether the address is new, known or subscribed.',
          answers: { 202: 'A mail is on its way' },
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
          operationId: 'confirmNewsletter',
          asker: 'anybody',
          summary: 'Subscribes, by the token of the mail',
          description: 'Asked again, it is subscribed still.',
          problems: [...newsletterProblem.known()],
          answers: { 200: 'It is subscribed' },
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
          operationId: 'unsubscribeFromNewsletter',
          asker: 'anybody',
          summary: 'Unsubscribes, by the token of any mail',
          description: 'Asked again, it is unsubscribed still.',
          problems: [...newsletterProblem.known()],
          answers: { 200: 'It is unsubscribed' },
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
