import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';

const footer = 'You get this mail because there is an account with this address.';

export function verifyEmailMail({ first_name, link }: MailData['verify-email']): MailContent {
  return {
    subject: 'Confirm your email address',
    preview: 'One click, and your account is ready.',
    heading: first_name ? `Welcome, ${first_name}` : 'Welcome',
    paragraphs: ['Please confirm that this address is yours. One click, and your account is ready.'],
    actions: [{ label: 'Confirm address', link }],
    showsLink: true,
    notes: ['You did not sign up? Then leave this mail alone, and nothing happens.'],
    footer: 'You get this mail because somebody signed up with this address.',
  };
}

/** Answers a sign-up with an address that is known: the page says nothing of it, the mail does. */
export function alreadyRegisteredMail({
  login_link,
  reset_link,
}: MailData['already-registered']): MailContent {
  return {
    subject: 'You already have an account',
    preview: 'Log in, or choose a new password.',
    heading: 'You already have an account',
    paragraphs: [
      'Somebody, probably you, just tried to sign up with this address. It has an account already, so log in with the password you chose then.',
    ],
    actions: [
      { label: 'Log in', link: login_link },
      { label: 'Choose a new password', link: reset_link },
    ],
    notes: ['It was not you? Then there is nothing to do: your account is as it was.'],
    footer,
  };
}

export function resetPasswordMail({ link }: MailData['reset-password']): MailContent {
  return {
    subject: 'Choose a new password',
    preview: 'The link works once, and not for long.',
    heading: 'Choose a new password',
    paragraphs: ['Somebody, probably you, asked for a new password. The link works once, and not for long.'],
    actions: [{ label: 'Choose a password', link }],
    showsLink: true,
    notes: ['You did not ask? Then leave this mail alone: your password stays as it is.'],
    footer,
  };
}

export function loginLinkMail({ link }: MailData['log-in']): MailContent {
  return {
    subject: 'Your link to log in',
    preview: 'The link works once, and not for long.',
    heading: 'Log in by this mail',
    paragraphs: [
      'Somebody, probably you, asked to log in without a password. The link works once, and not for long.',
    ],
    actions: [{ label: 'Log in', link }],
    showsLink: true,
    notes: ['You did not ask? Then leave this mail alone, and show it to nobody: who opens it is logged in.'],
    footer,
  };
}

export function passwordChangedMail(): MailContent {
  return {
    subject: 'Your password was changed',
    preview: 'If that was you, all is well.',
    heading: 'Your password was changed',
    paragraphs: [
      'The password of your account was changed just now, and all other devices were logged out. If that was you, all is well.',
      'If it was not, ask for a new password on the log-in page right away: whoever changed it loses access when you choose another.',
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
      'You asked to use this address for your account. Please confirm that it is yours: from then on you log in with it, and we write to it.',
    ],
    actions: [{ label: 'Confirm address', link }],
    showsLink: true,
    notes: [
      'The link works once, for a day.',
      'You did not ask? Then leave this mail alone, and nothing happens.',
    ],
    footer: 'You get this mail because somebody entered this address for their account.',
  };
}

export function emailChangeAskedMail({ reset_link }: MailData['email-change-asked']): MailContent {
  return {
    subject: 'Your account is about to get another email address',
    preview: 'If that was you, there is nothing to do here.',
    heading: 'Another email address for your account',
    paragraphs: [
      'Somebody who knows your password asked to change the email address of your account. It changes once the new address is confirmed. If that was you, there is nothing to do here.',
      'If it was not you, choose a new password now. That logs out everybody else and stops the change.',
    ],
    actions: [{ label: 'Choose a new password', link: reset_link }],
    footer,
  };
}

export function emailChangedMail({ contact_link }: MailData['email-changed']): MailContent {
  return {
    subject: 'Your account has another email address now',
    preview: 'We no longer write to this one.',
    heading: 'Your email address was changed',
    paragraphs: [
      'Your account uses another email address from now on, and this one no longer opens it.',
      'If that was not you, please write to us right away.',
    ],
    actions: [{ label: 'Contact us', link: contact_link }],
    footer: 'You get this mail because this address belonged to an account until now.',
  };
}
