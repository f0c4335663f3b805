import { useEffect, useRef } from 'react';
import { useNavigation } from 'react-router';
import type { FormError } from '../../shared/form-errors.ts';

/**
 * No password stays in a form that leads back to its own page: once what was sent with `intent` is done, the form is empty, and
 * the focus is where it was. Give what it returns to the form.
 */
export function useEmptiedForm(intent: string, errors: readonly FormError[] | undefined) {
  const form = useRef<HTMLFormElement>(null);
  const wasSent = useRef(false);
  const isSent = useNavigation().formData?.get('intent') === intent;
  useEffect(() => {
    if (wasSent.current && !isSent && errors === undefined) form.current?.reset();
    wasSent.current = isSent;
  }, [isSent, errors]);
  return form;
}
