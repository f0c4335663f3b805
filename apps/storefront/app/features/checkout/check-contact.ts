import type { FormError } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { checkEmail } from '../login/login-checks.ts';

/** For `formErrorsOf`. */
export const emailSentences = {
  'email required': 'Enter your email address',
  'email not-an-email': 'Enter an email address like name@example.com',
};

/** Checks the form before it is sent. */
export function checkContact(form: FormData): FormError[] {
  const errors = checkEmail(form);
  const email = formText(form, 'email').trim();
  if (errors.length === 0 || email === '' || /[@\uff20]/.test(email)) return errors;
  return [{ name: 'email', message: 'The email address has no @: it should look like name@example.com' }];
}
