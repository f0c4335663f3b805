import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';

const footer = 'You received this email because an account uses this address.';

export function verifyEmailMail({ first_name, link }: MailData['verify-email']): MailContent {
  return {
    subject: 'Confirm your email address',
    preview: 'One click, and your account is ready.',
    heading: first_name ? `Welcome, ${first_name}` : 'Welcome',
    paragraphs: ['Please confirm that this address is yours. One click, and your account is ready.'],
    actions: [{ label: 'Confirm address', link }],
    showsLink: true,
    notes: ['If you did not sign up, ignore this email, and nothing will happen.'],
    footer: 'You received this email because someone signed up with this address.',
  };
}

/** Answers a sign-up with a known address, because the page must not reveal that the address is known. */
export function alreadyRegisteredMail({
  login_link,
  reset_link,
}: MailData['already-registered']): MailContent {
  return {
    subject: 'You already have an account',
    preview: 'Log in, or choose a new password.',
    heading: 'You already have an account',
    paragraphs: [
      'Someone, probably you, just tried to sign up with this address. It already has an account, so please log in with your password.',
    ],
    actions: [
      { label: 'Log in', link: login_link },
      { label: 'Choose a new password', link: reset_link },
    ],
    notes: ['If it was not you, you need not do anything. Your account has not changed.'],
    footer,
  };
}

export function resetPasswordMail({ link }: MailData['reset-password']): MailContent {
  return {
    subject: 'Choose a new password',
    preview: 'The link works once, for one hour.',
    heading: 'Choose a new password',
    paragraphs: ['Someone, probably you, asked for a new password. The link works once, for one hour.'],
    actions: [{ label: 'Choose a password', link }],
    showsLink: true,
    notes: ['If you did not ask for this, ignore this email. Your password will not change.'],
    footer,
  };
}

export function loginLinkMail({ link }: MailData['log-in']): MailContent {
  return {
    subject: 'Your link to log in',
    preview: 'The link works once, for one hour.',
    heading: 'Log in with this email',
    paragraphs: [
      'Someone, probably you, asked to log in without a password. The link works once, for one hour.',
    ],
    actions: [{ label: 'Log in', link }],
    showsLink: true,
    notes: ['If you did not ask for this, ignore this email and do not share it: its link logs anyone in.'],
    footer,
  };
}

export function passwordChangedMail(): MailContent {
  return {
    subject: 'Your password was changed',
    preview: 'If that was you, you need not do anything.',
    heading: 'Your password was changed',
    paragraphs: [
      'The password of your account was just changed, and all other devices were logged out. If that was you, you need not do anything.',
      'If it was not you, ask for a new password on the log-in page right away. When you choose one, the person who changed it loses access.',
    ],
    footer,
  };
}

export function changeEmailMail({ link }: MailData['change-email']): MailContent {
  return {
    subject: 'Confirm your new email address',
    preview: 'One click, and your account uses this address.',
    heading: 'Confirm your new email address',
    paragraphs: [
      'You asked to use this address for your account. Please confirm that it is yours. From then on, you log in with it, and we write to it.',
    ],
    actions: [{ label: 'Confirm address', link }],
    showsLink: true,
    notes: [
      'The link works once, for one day.',
      'If you did not ask for this, ignore this email, and nothing will happen.',
    ],
    footer: 'You received this email because someone entered this address for their account.',
  };
}

export function emailChangeAskedMail({ reset_link }: MailData['email-change-asked']): MailContent {
  return {
    subject: 'Your account is about to get a new email address',
    preview: 'If that was you, you need not do anything.',
    heading: 'A new email address for your account',
    paragraphs: [
      'Someone who knows your password asked to change the email address of your account. It changes when the new address is confirmed. If that was you, you need not do anything here.',
      'If it was not you, choose a new password now. This logs out everyone else and stops the change.',
    ],
    actions: [{ label: 'Choose a new password', link: reset_link }],
    footer,
  };
}

export function emailChangedMail({ contact_link }: MailData['email-changed']): MailContent {
  return {
    subject: 'Your account now has a new email address',
    preview: 'We no longer write to this one.',
    heading: 'Your email address was changed',
    paragraphs: [
      'Your account now uses another email address. You can no longer log in with this one.',
      'If that was not you, please write to us right away.',
    ],
    actions: [{ label: 'Contact us', link: contact_link }],
    footer: 'You received this email because this address belonged to an account until now.',
  };
}
