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

/** The limit also holds for our own pages, which no other limit covers. */
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
          permission: 'newsletter:write',
          summary: 'Ask for a mail with a link that subscribes',
          description: 'The answer is the same whether the address is new, known or subscribed.',
          answers: { 202: 'A mail is on its way' },
          body: NewsletterSubscription,
          response: { 202: NewsletterReceipt },
        },
      },
      async (request, reply) => {
        await subscribe(newsletter, { email: request.body.email, now: new Date() });
        return reply.status(202).send({ message: 'Please check your inbox and open the link in our email.' });
      },
    );

    app.post(
      '/newsletter/confirm',
      {
        schema: {
          tags,
          operationId: 'confirmNewsletter',
          asker: 'anybody',
          permission: 'newsletter:write',
          summary: 'Subscribe with the token of the mail',
          description: 'Repeating the request changes nothing.',
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
          permission: 'newsletter:write',
          summary: 'Unsubscribe with the token of any mail',
          description: 'Repeating the request changes nothing.',
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
