import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';

export function newsletterConfirmMail({ link }: MailData['newsletter-confirm']): MailContent {
  return {
    subject: 'Confirm your subscription',
    preview: 'One click, and you are subscribed.',
    heading: 'One click, and you are subscribed',
    paragraphs: ['You asked for our newsletter. Please confirm that this address is yours.'],
    actions: [{ label: 'Subscribe', link }],
    showsLink: true,
    notes: ['If you did not ask for this, ignore this email, and nothing will happen.'],
    footer: 'You received this email because someone asked for our newsletter with this address.',
  };
}

export function newsletterWelcomeMail({ unsubscribe_link }: MailData['newsletter-welcome']): MailContent {
  return {
    subject: 'You are subscribed',
    preview: 'News from time to time. You can unsubscribe with one click.',
    heading: 'You are subscribed',
    paragraphs: [
      'Thank you. From time to time, we will write to you about new products, and about products that go well together.',
    ],
    footer: 'You received this email because you subscribed to our newsletter.',
    footerAction: { label: 'Unsubscribe', link: unsubscribe_link },
    // RFC 8058: a mail program can unsubscribe with one POST, without a page.
    headers: {
      'List-Unsubscribe': `<${unsubscribe_link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
