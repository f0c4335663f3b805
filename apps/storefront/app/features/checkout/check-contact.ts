import type { FormError } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';

const notAnEmail = 'Enter an email address like name@example.com';
/** For `formErrorsOf`. */
export const emailSentences = {
  'email required': 'Enter your email address',
  'email not-an-email': notAnEmail,
};

/** Before it is sent. */
export function checkContact(form: FormData): FormError[] {
  const email = formText(form, 'email').trim();
  if (email === '') return [{ name: 'email', message: 'Enter your email address' }];
  if (!email.includes('@'))
    return [{ name: 'email', message: 'The email address has no @: it should look like name@example.com' }];
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email) ? [] : [{ name: 'email', message: notAnEmail }];
}
