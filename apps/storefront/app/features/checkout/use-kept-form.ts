import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFetcher, useNavigation } from 'react-router';
import { type Step, stepPath } from './checkout-steps.ts';

interface KeptForm {
  readonly isKeeping: boolean;
  /** To be called when the whole form is sent: nothing is left to save. */
  onSent(): void;
}

/**
 * Saves the form whenever the shopper leaves a field, valid or not, so that a reload, Back or a promo code loses nothing, and the
 * delivery price follows the address. It sends one request at a time. A change during a request, or while the whole form is being
 * sent, goes with the next one.
 */
export function useKeptForm(formRef: RefObject<HTMLFormElement | null>, step: Step): KeptForm {
  const { submit, state } = useFetcher({ key: 'kept-form' });
  const isSent = useNavigation().formData !== undefined;
  // The steps share the fetcher, so it may still be sending for the step before.
  const mustWait = state !== 'idle' || isSent;
  const hasNews = useRef(false);
  // `state` comes with a later render, and two changes can come before it.
  const isSending = useRef(false);
  const [answers, setAnswers] = useState(0);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const form = formRef.current;
    async function keep() {
      hasNews.current = isSending.current || mustWait;
      if (!form || hasNews.current) return;
      const content = new FormData(form);
      content.set('intent', 'keep');
      isSending.current = true;
      try {
        await submit(content, { method: 'post', action: stepPath(step) });
      } finally {
        isSending.current = false;
        setAnswers(answers + 1);
      }
    }
    if (hasNews.current) void keep();
    // React's `onChange` fires on every key, so this listens to the browser's event. It saves after React has updated the form,
    // because a new country clears the region.
    function keepSoon() {
      hasNews.current = true;
      soon.current = setTimeout(keep);
    }
    form?.addEventListener('change', keepSoon);
    return () => {
      clearTimeout(soon.current);
      form?.removeEventListener('change', keepSoon);
    };
  }, [formRef, step, submit, mustWait, answers]);

  return {
    isKeeping: state !== 'idle',
    onSent() {
      clearTimeout(soon.current);
      hasNews.current = false;
    },
  };
}
