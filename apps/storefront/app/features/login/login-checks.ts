import type { Problem } from '@kindred/contracts';
import { readEmail } from '@kindred/shop-types';
import { type FieldLabels, type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';

/** What `packages/contracts` asks of a password; the rest only the server knows. */
const shortestPassword = 10;
export const passwordHint = `At least ${shortestPassword} characters. A few words that only you would put together are good.`;

export const loginLabels: FieldLabels = {
  email: 'Email',
  password: 'Password',
  first_name: 'First name',
  last_name: 'Last name',
};

export function checkEmail(form: FormData, name = 'email'): FormError[] {
  const typed = formText(form, name).trim();
  if (typed === '') return [{ name, message: 'Enter your email address' }];
  return 'refusal' in readEmail(typed)
    ? [{ name, message: 'Enter an email address like name@example.com' }]
    : [];
}

/** Of one that is there already. */
export function checkPassword(form: FormData, name = 'password'): FormError[] {
  return formText(form, name) === '' ? [{ name, message: 'Enter your password' }] : [];
}

/** Of one that is chosen now. */
export function checkNewPassword(form: FormData, name = 'password'): FormError[] {
  const { length } = [...formText(form, name)];
  if (length === 0) return [{ name, message: 'Choose a password' }];
  return length < shortestPassword
    ? [{ name, message: `The password needs at least ${shortestPassword} characters: it has ${length}` }]
    : [];
}

/** A password that the server will not take is told at its field. */
export function loginErrorsOf(problem: Problem, passwordName = 'password'): FormError[] {
  if (problem.code === 'weak-password')
    return [{ name: passwordName, message: problem.detail ?? problem.title }];
  if (problem.code === 'invalid-credentials') return [{ message: 'Email or password is not right.' }];
  if (problem.code === 'too-many-attempts')
    return [{ message: `${problem.title}. ${problem.detail ?? ''}`.trim() }];
  return formErrorsOf(problem, loginLabels);
}
