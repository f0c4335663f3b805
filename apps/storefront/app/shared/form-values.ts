/** @file What a form was posted with. */

/** As typed; '' for what is not there or is a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Undefined where nothing was typed. */
export function optionalFormText(form: FormData, name: string): string | undefined {
  const value = formText(form, name).trim();
  return value === '' ? undefined : value;
}

/** To show the form again with what was typed. Passwords and other secrets, which `except` names, are typed again. */
export function formValues(form: FormData, { except = [] }: { except?: readonly string[] } = {}) {
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !except.includes(name)) values[name] = value;
  return values;
}
