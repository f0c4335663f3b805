import { type RefObject, useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { type Step, stepPath } from './checkout-steps.ts';

/**
 * Sends what is typed as each field is left, good or not: over a reload, Back and a promo code nothing is lost, and what it costs to
 * send follows the address. One request at a time: what changes while it is on its way goes with the next.
 */
export function useKeptForm(formRef: RefObject<HTMLFormElement | null>, step: Step): { isKeeping: boolean } {
  const { submit, state } = useFetcher({ key: 'kept-form' });
  const isIdle = state === 'idle';
  const hasNews = useRef(false);

  useEffect(() => {
    const form = formRef.current;
    function keep() {
      hasNews.current = !isIdle;
      if (!form || !isIdle) return;
      const content = new FormData(form);
      content.set('intent', 'keep');
      void submit(content, { method: 'post', action: stepPath(step) });
    }
    if (hasNews.current) keep();
    // React's own `onChange` comes with every key. What it changes is sent as it is then: another country has no region yet.
    const keepSoon = () => setTimeout(keep);
    form?.addEventListener('change', keepSoon);
    return () => form?.removeEventListener('change', keepSoon);
  }, [formRef, step, submit, isIdle]);
  return { isKeeping: !isIdle };
}
