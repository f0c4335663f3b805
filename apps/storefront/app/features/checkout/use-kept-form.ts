import { type RefObject, useEffect, useRef } from 'react';
import { useFetcher, useNavigation } from 'react-router';
import { type Step, stepPath } from './checkout-steps.ts';

interface KeptForm {
  readonly isKeeping: boolean;
  /** To be called when the form itself is sent: it says all that was typed. */
  onSent(): void;
}

/**
 * Sends what is typed as each field is left, good or not: over a reload, Back and a promo code nothing is lost, and what it costs to
 * send follows the address. One request at a time: what changes while it is on its way, or while the form itself is, goes with the
 * next.
 */
export function useKeptForm(formRef: RefObject<HTMLFormElement | null>, step: Step): KeptForm {
  const { submit, state } = useFetcher({ key: 'kept-form' });
  const isSent = useNavigation().formData !== undefined;
  const isKeeping = state !== 'idle';
  const mustWait = isKeeping || isSent;
  const hasNews = useRef(false);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const form = formRef.current;
    function keep() {
      hasNews.current = mustWait;
      if (!form || mustWait) return;
      const content = new FormData(form);
      content.set('intent', 'keep');
      void submit(content, { method: 'post', action: stepPath(step) });
    }
    if (hasNews.current) keep();
    // React's own `onChange` comes with every key. What it changes is sent as it is then: another country has no region yet.
    function keepSoon() {
      hasNews.current = true;
      soon.current = setTimeout(keep);
    }
    form?.addEventListener('change', keepSoon);
    return () => {
      clearTimeout(soon.current);
      form?.removeEventListener('change', keepSoon);
    };
  }, [formRef, step, submit, mustWait]);

  return {
    isKeeping,
    onSent() {
      clearTimeout(soon.current);
      hasNews.current = false;
    },
  };
}
