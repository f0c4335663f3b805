/** @file The errors of a form, from the problem with which the API answered its request. */
import type { Problem } from '@kindred/contracts';

/** `name` is the field's name; undefined if the error is about the whole form. */
export interface FormError {
  name?: string | undefined;
  message: string;
}

/** The labels of a form's fields by their names. Those of a nested field are joined by dots: `shipping_address.city`. */
export type FieldLabels = Readonly<Record<string, string>>;

/** The form's own sentences by field and code, such as `{ 'email required': 'Enter your email address' }`. */
export type FieldSentences = Readonly<Record<string, string>>;

/** The errors for a problem: one for each field that it names, or one for the form. Never empty. */
export function formErrorsOf(
  problem: Problem,
  labels: FieldLabels = {},
  sentences: FieldSentences = {},
): FormError[] {
  const errors = (problem.errors ?? []).flatMap((issue) => {
    const name = issue.pointer.slice(1).replaceAll('/', '.');
    const label = labels[name];
    return label === undefined
      ? []
      : [{ name, message: sentences[`${name} ${issue.code}`] ?? sentenceOf(label, issue) }];
  });
  if (errors.length > 0) return errors;
  return [{ message: messageOf(problem) }];
}

/** For a request that did not reach the shop, or whose answer was lost. */
export const unreachableText = 'We could not reach the shop. Check your connection and try again.';

/** A problem in a sentence for a shopper. */
export function messageOf({ status, code, title, detail }: Problem): string {
  if (status >= 500 || code === 'unreadable-answer')
    return 'Something went wrong. Nothing you typed is lost. Please try again in a moment.';
  return detail ?? title;
}

type Issue = NonNullable<Problem['errors']>[number];

function sentenceOf(label: string, { code, params, message }: Issue): string {
  const name = label.toLowerCase();
  const max = params?.max;
  switch (code) {
    case 'required':
      return `Enter ${withArticle(name)}`;
    case 'too-short':
      return `${label} is too short`;
    case 'too-long':
      return typeof max === 'number' ? `${label}: at most ${max} characters` : `${label} is too long`;
    case 'not-an-email':
      return 'Enter an email address like name@example.com';
    case 'bad-format':
      return `${label} is not in the right format`;
    case 'bad-postal-code':
      return 'Enter a postal code of the chosen country';
    case 'unknown-country':
    case 'not-allowed':
      return `Choose ${withArticle(name)}`;
    default:
      return `${label}: ${message}`;
  }
}

function withArticle(name: string): string {
  return /^(your|the|a|an) /.test(name) ? name : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** The message below a field. */
export function errorOf(errors: readonly FormError[], name: string): string | undefined {
  return errors.find((error) => error.name === name)?.message;
}

/** For `ErrorSummary`. A field's id is its name, after `prefix`. */
export function summaryOf(errors: readonly FormError[], prefix = '') {
  return errors.map(({ name, message }) => ({
    message,
    fieldId: name === undefined ? undefined : prefix + name,
  }));
}
