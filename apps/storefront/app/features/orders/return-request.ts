import type { RequestReturn } from '@kindred/contracts';
import type { FormError } from '../../shared/form-errors.ts';
import { formText, optionalFormText } from '../../shared/form-values.ts';

const prefix = 'quantity_';

export const quantityName = (productId: number): string => prefix + productId;

/** The return that the form requests. */
export function returnRequestOf(form: FormData): RequestReturn {
  const lines = [...form].flatMap(([name, value]) => {
    const quantity = name.startsWith(prefix) ? Number(value) : 0;
    return quantity > 0 ? [{ product_id: Number(name.slice(prefix.length)), quantity }] : [];
  });
  const note = optionalFormText(form, 'note');
  return {
    lines,
    reason: formText(form, 'reason') as RequestReturn['reason'],
    ...(note !== undefined && { note }),
  };
}

export function checkReturn(form: FormData): FormError[] {
  const { lines, reason } = returnRequestOf(form);
  const errors: FormError[] = [];
  const first = [...form.keys()].find((name) => name.startsWith(prefix));
  if (lines.length === 0) errors.push({ name: first, message: 'Choose what you want to return' });
  if (reason.length === 0) errors.push({ name: 'reason', message: 'Choose a reason' });
  return errors;
}
