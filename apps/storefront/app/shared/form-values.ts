/** @file Reads the fields of a posted form. */

/** The text as typed; '' if the field is missing or is a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The trimmed text; undefined if it is empty. */
export function optionalFormText(form: FormData, name: string): string | undefined {
  const value = formText(form, name).trim();
  return value === '' ? undefined : value;
}

/** The input, to show the form again. `except` names passwords and other secrets, which have to be typed again. */
export function formValues(form: FormData, { except = [] }: { except?: readonly string[] } = {}) {
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !except.includes(name)) values[name] = value;
  return values;
}
