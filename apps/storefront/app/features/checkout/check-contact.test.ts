import { expect, test } from 'vitest';
import { checkContact } from './check-contact.ts';

test.each([
  { email: '', message: 'Enter your email address' },
  { email: 'ada.example.com', message: 'The email address has no @: it should look like name@example.com' },
  { email: 'ada@example', message: 'Enter an email address like name@example.com' },
  { email: 'ada@example.c', message: 'Enter an email address like name@example.com' },
])('says what is wrong with “$email”', ({ email, message }) => {
  expect(checkContact(formWith(email))).toEqual([{ name: 'email', message }]);
});

test.each(['ada@example.com', ' ada＠example.com '])('accepts “%s”, as the server does', (email) => {
  expect(checkContact(formWith(email))).toEqual([]);
});

function formWith(email: string): FormData {
  const form = new FormData();
  form.set('email', email);
  return form;
}
