import { type RefObject, useEffect } from 'react';
import { useFetcher } from 'react-router';
import { type Step, stepPath } from './checkout-steps.ts';

/**
 * Sends what is typed as each field is left, good or not: over a reload, Back and a promo code nothing is lost, and what it costs to
 * send follows the address.
 */
export function useKeptForm(formRef: RefObject<HTMLFormElement | null>, step: Step): { isKeeping: boolean } {
  const { submit, state } = useFetcher({ key: 'kept-form' });
  useEffect(() => {
    const form = formRef.current;
    function keep() {
      if (!form) return;
      const content = new FormData(form);
      content.set('intent', 'keep');
      void submit(content, { method: 'post', action: stepPath(step) });
    }
    // React's own `onChange` comes with every key.
    form?.addEventListener('change', keep);
    return () => form?.removeEventListener('change', keep);
  }, [formRef, step, submit]);
  return { isKeeping: state !== 'idle' };
}
