import type { Problem } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { errorOf, formErrorsOf, summaryOf } from './form-errors.ts';

const problem = (more: Partial<Problem>): Problem => ({
  type: 'about:blank',
  status: 400,
  title: 'The request is not valid',
  code: 'invalid-request',
  ...more,
});

const labels = { email: 'Email', 'shipping_address.city': 'City' };

test('has an error for each field of the form, nested ones too', () => {
  const errors = formErrorsOf(
    problem({
      errors: [
        { in: 'body', pointer: '/email', code: 'not-an-email', message: 'email is no email address' },
        { in: 'body', pointer: '/shipping_address/city', code: 'required', message: 'city is required' },
        { in: 'body', pointer: '/checkout_id', code: 'required', message: 'checkout id is required' },
      ],
    }),
    labels,
  );
  expect(errors).toEqual([
    { name: 'email', message: 'Enter an email address like name@example.com' },
    { name: 'shipping_address.city', message: 'Enter a city' },
  ]);
  expect(errorOf(errors, 'shipping_address.city')).toBe('Enter a city');
  expect(summaryOf(errors, 'form-')[0].fieldId).toBe('form-email');
});

test('a form can have its own sentence for a field and a code', () => {
  const errors = formErrorsOf(
    problem({ errors: [{ in: 'body', pointer: '/email', code: 'required', message: 'email is required' }] }),
    labels,
    { 'email required': 'Enter the email address of your account' },
  );
  expect(errors).toEqual([{ name: 'email', message: 'Enter the email address of your account' }]);
});

test('shows a problem that names no field of the form as it is', () => {
  expect(formErrorsOf(problem({ detail: 'There are only 3 left.' }), labels)).toEqual([
    { message: 'There are only 3 left.' },
  ]);
});

test('says after an outage that no input is lost', () => {
  expect(formErrorsOf(problem({ status: 503, detail: 'no database' }))[0].message).toMatch(
    /Nothing you typed is lost/,
  );
});
