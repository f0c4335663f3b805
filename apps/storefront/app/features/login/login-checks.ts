import type { Problem } from '@kindred/contracts';
import { readEmail } from '@kindred/shop-types';
import { type FieldLabels, type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';

/** The rule of `packages/contracts` for passwords. Only the server checks the others. */
const shortestPassword = 10;
export const passwordHint = `At least ${shortestPassword} characters. A few unrelated words work well.`;

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

/** Checks the password of an existing account. */
export function checkPassword(form: FormData, name = 'password'): FormError[] {
  return formText(form, name) === '' ? [{ name, message: 'Enter your password' }] : [];
}

/** Checks a new password. */
export function checkNewPassword(form: FormData, name = 'password'): FormError[] {
  const { length } = [...formText(form, name)];
  if (length === 0) return [{ name, message: 'Choose a password' }];
  return length < shortestPassword
    ? [{ name, message: `The password needs at least ${shortestPassword} characters: it has ${length}` }]
    : [];
}

/** The errors of a refused request. A weak password is an error of its field. */
export function loginErrorsOf(problem: Problem, passwordName = 'password'): FormError[] {
  if (problem.code === 'weak-password')
    return [{ name: passwordName, message: problem.detail ?? problem.title }];
  if (problem.code === 'invalid-credentials') return [{ message: 'Incorrect email or password.' }];
  if (problem.code === 'too-many-attempts')
    return [{ message: `${problem.title}. ${problem.detail ?? ''}`.trim() }];
  return formErrorsOf(problem, loginLabels);
}
