import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { errorOf, type FormError } from './form-errors.ts';

/** Returns the errors of a form; empty if it is valid. */
export type FormCheck = (form: FormData) => readonly FormError[];

const noCheck: FormCheck = () => [];

/**
 * The errors of a form: first the server's, and after the first submit those that `check` finds when the shopper leaves a field. An
 * error disappears as soon as the input is valid. An invalid form is not sent, and its summary takes the focus, as it does when the
 * server answers with errors. Spread `formProps` on the form and pass `summaryRef` to its `ErrorSummary`.
 */
export function useFormErrors(fromServer: readonly FormError[] | undefined, check: FormCheck = noCheck) {
  const [errors, setErrors] = useState<readonly FormError[]>(fromServer ?? []);
  const [known, setKnown] = useState(fromServer);
  const summaryRef = useRef<HTMLDivElement>(null);
  const wasSent = useRef(false);
  const [asksFocus, setAsksFocus] = useState(0);

  // A new answer of the server replaces the errors.
  if (known !== fromServer) {
    setKnown(fromServer);
    setErrors(fromServer ?? []);
    if (fromServer && fromServer.length > 0) setAsksFocus(asksFocus + 1);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the count changes when there are new errors to read.
  useEffect(() => {
    if (errors.length > 0) {
      wasSent.current = true;
      summaryRef.current?.focus();
    }
  }, [asksFocus]);

  const formProps = {
    noValidate: true,
    onSubmit(event: FormEvent<HTMLFormElement>) {
      wasSent.current = true;
      const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
      if (submitter?.formNoValidate) return;
      const found = check(new FormData(event.currentTarget, submitter));
      setErrors(found);
      if (found.length === 0) return;
      event.preventDefault();
      setAsksFocus((count) => count + 1);
    },
    onInput(event: FormEvent<HTMLFormElement>) {
      const { name } = event.target as HTMLInputElement;
      if (!name || errorOf(errors, name) === undefined) return;
      if (errorOf(check(new FormData(event.currentTarget)), name) !== undefined) return;
      setErrors((before) => before.filter((error) => error.name !== name));
    },
    onBlur(event: FocusEvent<HTMLFormElement>) {
      const form = event.currentTarget;
      const { name } = event.target as unknown as HTMLInputElement;
      if (!wasSent.current || !name) return;
      whenReleased(() => {
        const message = errorOf(check(new FormData(form)), name);
        setErrors((before) => {
          const others = before.filter((error) => error.name !== name);
          return message === undefined ? others : [...others, { name, message }];
        });
      });
    },
  };
  return { errors, formProps, summaryRef };
}

/** If the shopper leaves a field by pressing a button, waits until it is released, so that a new message does not move the button away. */
function whenReleased(tell: () => void): void {
  const isPressing = document.querySelector('button:active, a:active, label:active') !== null;
  // After the click that follows.
  if (isPressing) window.addEventListener('pointerup', () => setTimeout(tell), { once: true });
  else tell();
}
