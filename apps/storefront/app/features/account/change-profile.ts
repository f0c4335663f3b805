/** @file The forms of the profile page. Each has a function that carries it out and returns a message or the errors. */
import type { Problem, Profile } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { formText, optionalFormText } from '../../shared/form-values.ts';
import { loginErrorsOf } from '../login/login-checks.ts';
import { checkDetails, detailsLabels } from './details-form.tsx';
import { checkEmailChange } from './email-form.tsx';
import { checkPasswordChange } from './password-form.tsx';

export type ProfileOutcome =
  | { done: string; errors?: undefined }
  | { done?: undefined; errors: readonly FormError[]; status: number };

type Ask = (answers: Pick<ApiAnswers, 'api' | 'attempt'>, form: FormData) => Promise<ProfileOutcome>;

const wrong = (errors: readonly FormError[], status = 400): ProfileOutcome => ({ errors, status });

function refusedPassword(problem: Problem, name: string): ProfileOutcome {
  if (problem.code === 'wrong-password')
    return wrong([{ name, message: 'Your password is incorrect' }], problem.status);
  if (problem.errors?.some(({ code }) => code === 'unchanged'))
    return wrong([{ name: 'email', message: 'This is already your email address' }], problem.status);
  return wrong(loginErrorsOf(problem, 'new_password'), problem.status);
}

const saveDetails: Ask = async ({ api, attempt }, form) => {
  const errors = checkDetails(form);
  if (errors.length > 0) return wrong(errors);
  const text = (name: string) => optionalFormText(form, name) ?? null;
  const age = text('age');
  const { problem } = await attempt(
    api.changeProfile({
      first_name: text('first_name'),
      last_name: text('last_name'),
      age: age === null ? null : Number(age),
      gender: text('gender') as Profile['gender'],
      address: text('address'),
    }),
  );
  if (problem) return wrong(formErrorsOf(problem, detailsLabels), problem.status);
  return { done: 'Your details are saved.' };
};

const changeEmail: Ask = async ({ api, attempt }, form) => {
  const errors = checkEmailChange(form);
  if (errors.length > 0) return wrong(errors);
  const email = formText(form, 'email').trim();
  const { problem } = await attempt(api.changeEmail({ email, password: formText(form, 'password') }));
  if (problem) return refusedPassword(problem, 'password');
  return { done: `We sent a link to ${email}. Your email address changes once you confirm it.` };
};

const changePassword: Ask = async ({ api, attempt }, form) => {
  const errors = checkPasswordChange(form);
  if (errors.length > 0) return wrong(errors);
  const { problem } = await attempt(
    api.changePassword({
      current_password: formText(form, 'current_password'),
      password: formText(form, 'new_password'),
    }),
  );
  if (problem) return refusedPassword(problem, 'current_password');
  return { done: 'Your password is changed. All other devices are logged out.' };
};

const endSession: Ask = async ({ api, attempt }, form) => {
  const { problem } = await attempt(api.endSession(formText(form, 'session_id')));
  // The session has ended already, which is what the shopper wanted.
  if (problem && problem.status !== 404) return wrong(formErrorsOf(problem), problem.status);
  return { done: 'The device is logged out.' };
};

const endOtherSessions: Ask = async ({ api, attempt }) => {
  const { problem } = await attempt(api.endOtherSessions());
  if (problem) return wrong(formErrorsOf(problem), problem.status);
  return { done: 'All other devices are logged out.' };
};

/** The functions by the forms’ `intent`. */
export const profileForms: Readonly<Record<string, Ask>> = {
  details: saveDetails,
  email: changeEmail,
  password: changePassword,
  session: endSession,
  sessions: endOtherSessions,
};
