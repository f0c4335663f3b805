import { useEffect, useRef } from 'react';
import { useNavigation } from 'react-router';
import type { FormError } from '../../shared/form-errors.ts';

/**
 * Empties a form that leads back to its own page, so that no password stays in it. It does so once the request with `intent` has
 * succeeded, and leaves the focus where it was. Pass the returned ref to the form.
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
