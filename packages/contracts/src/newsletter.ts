import { type Static, Type } from 'typebox';
import { Email } from './typed-text.ts';

export const NewsletterSubscription = Type.Object(
  { email: Email },
  { $id: 'NewsletterSubscription', additionalProperties: false, examples: [{ email: 'ada@example.com' }] },
);
export type NewsletterSubscription = Static<typeof NewsletterSubscription>;

export const NewsletterReceipt = Type.Object(
  { message: Type.String({ description: 'For people: where to look' }) },
  {
    $id: 'NewsletterReceipt',
    description: 'The same answer whether the address is new, known or subscribed',
  },
);
export type NewsletterReceipt = Static<typeof NewsletterReceipt>;

export const NewsletterToken = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200, description: 'From a mail' }) },
  {
    $id: 'NewsletterToken',
    additionalProperties: false,
    examples: [{ token: 'Vb3q6cTqkG1p2sY0n8h4mW7eXr5zLd9a' }],
  },
);
export type NewsletterToken = Static<typeof NewsletterToken>;

export const NewsletterStatus = Type.Object(
  {
    state: Type.Union([Type.Literal('confirmed'), Type.Literal('unsubscribed')], {
      description: 'The state now',
    }),
  },
  { $id: 'NewsletterStatus' },
);
export type NewsletterStatus = Static<typeof NewsletterStatus>;
