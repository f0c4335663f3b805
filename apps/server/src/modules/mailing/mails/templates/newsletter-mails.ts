import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';

export function newsletterConfirmMail({ link }: MailData['newsletter-confirm']): MailContent {
  return {
    subject: 'Confirm your subscription',
    preview: 'One click, and you are on the list.',
    heading: 'One click, and you are on the list',
    paragraphs: ['You asked for our newsletter. Please confirm that this address is yours.'],
    actions: [{ label: 'Subscribe', link }],
    showsLink: true,
    notes: ['You did not ask? Then leave this mail alone, and nothing happens.'],
    footer: 'You get this mail because somebody asked for our newsletter with this address.',
  };
}

export function newsletterWelcomeMail({ unsubscribe_link }: MailData['newsletter-welcome']): MailContent {
  return {
    subject: 'You are on the list',
    preview: 'News from time to time, and an easy way out.',
    heading: 'You are on the list',
    paragraphs: [
      'Thank you. From time to time we write to you about new things, and about those that belong together.',
    ],
    footer: 'You get this mail because you subscribed to our newsletter.',
    footerAction: { label: 'Unsubscribe', link: unsubscribe_link },
    // RFC 8058: a mail program unsubscribes with one POST, without a page.
    headers: {
      'List-Unsubscribe': `<${unsubscribe_link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
