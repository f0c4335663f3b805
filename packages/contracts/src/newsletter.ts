import { type Static, Type } from 'typebox';
import { Email } from './typed-text.ts';

export const NewsletterSubscription = Type.Object(
  { email: Email },
  { $id: 'NewsletterSubscription', additionalProperties: false },
);
export type NewsletterSubscription = Static<typeof NewsletterSubscription>;

/** The same whether the address is new, known or subscribed. */
export const NewsletterReceipt = Type.Object({ message: Type.String() }, { $id: 'NewsletterReceipt' });
export type NewsletterReceipt = Static<typeof NewsletterReceipt>;

export const NewsletterToken = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200, description: 'From a mail' }) },
  { $id: 'NewsletterToken', additionalProperties: false },
);
export type NewsletterToken = Static<typeof NewsletterToken>;

export const NewsletterStatus = Type.Object(
  { state: Type.Union([Type.Literal('confirmed'), Type.Literal('unsubscribed')]) },
  { $id: 'NewsletterStatus' },
);
export type NewsletterStatus = Static<typeof NewsletterStatus>;
