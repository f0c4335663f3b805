import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { errorOf, type FormError } from './form-errors.ts';

/** Undefined: nothing to say against it. */
export type FormCheck = (form: FormData) => readonly FormError[];

const noCheck: FormCheck = () => [];

/**
 * The errors of a form: what the server said, then, from the first submit on, what `check` says of a field as it is left. One goes
 * as soon as what is typed is right. A form that is not right is not sent; its summary takes the focus, also when the server's
 * answer arrives.
 * Spread `formProps` on the form and give `summaryRef` to its `ErrorSummary`.
 */
export function useFormErrors(fromServer: readonly FormError[] | undefined, check: FormCheck = noCheck) {
  const [errors, setErrors] = useState<readonly FormError[]>(fromServer ?? []);
  const [known, setKnown] = useState(fromServer);
  const summaryRef = useRef<HTMLDivElement>(null);
  const wasSent = useRef(false);
  const [asksFocus, setAsksFocus] = useState(0);

  // A new answer takes the place of what was known.
  if (known !== fromServer) {
    setKnown(fromServer);
    setErrors(fromServer ?? []);
    if (fromServer && fromServer.length > 0) setAsksFocus(asksFocus + 1);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says that there is something new to read.
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

/** A field that is left by pressing a button: what it says may not move the button from under the pointer. */
function whenReleased(tell: () => void): void {
  const isPressing = document.querySelector('button:active, a:active, label:active') !== null;
  // After the click that comes of it.
  if (isPressing) window.addEventListener('pointerup', () => setTimeout(tell), { once: true });
  else tell();
}
