import { Button, classNames, FieldError, SuccessIcon } from '@kindred/ui';
import { useEffect, useId, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/newsletter/subscribe.tsx';
import { errorOf } from '../../shared/form-errors.ts';

export const askedText =
  'Check your inbox. If you are not subscribed yet, we sent you a link to confirm your address.';

/** Shows the result below the field. Without JavaScript, the newsletter's page shows it. */
export function NewsletterForm({ className }: { className?: string }) {
  const id = useId();
  const fetcher = useFetcher<typeof action>();
  const field = useRef<HTMLInputElement>(null);
  const answer = fetcher.data;
  const errors = answer?.errors ?? [];
  const error = errorOf(errors, 'email') ?? errors[0]?.message;

  useEffect(() => {
    if (answer?.isAsked && field.current) field.current.value = '';
    else if (answer?.errors) field.current?.focus();
  }, [answer]);

  return (
    <fetcher.Form
      method="post"
      action="/newsletter"
      noValidate
      className={classNames('grid-page gap-y-4', className)}
    >
      <div className="col-span-full lg:col-span-5">
        <label htmlFor={`${id}field`} className="font-medium">
          Newsletter
        </label>
        <p id={`${id}hint`} className="mt-1 text-ink-muted text-sm">
          Occasional news about our products. You confirm by email, and can unsubscribe at any time.
        </p>
      </div>
      <div className="col-span-full lg:col-span-7 lg:max-w-xl lg:justify-self-end lg:w-full">
        <div className="flex flex-wrap gap-3">
          <input
            ref={field}
            id={`${id}field`}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={300}
            placeholder="name@example.com"
            aria-describedby={error === undefined ? `${id}hint` : `${id}error ${id}hint`}
            aria-invalid={error !== undefined || undefined}
            className="h-11 min-w-0 grow basis-56 rounded-full border border-line-strong bg-paper px-5 text-base placeholder:text-ink-muted/70 hover:border-ink aria-[invalid=true]:border-danger md:text-sm"
          />
          <Button type="submit" aria-disabled={fetcher.state !== 'idle' || undefined}>
            Subscribe
          </Button>
        </div>
        <div aria-live="polite">
          <FieldError id={`${id}error`} error={error} />
          {answer?.isAsked && (
            <p className="mt-3 flex gap-2 text-sm">
              <SuccessIcon size={18} aria-hidden="true" className="mt-px shrink-0 text-accent" />
              {askedText}
            </p>
          )}
        </div>
      </div>
    </fetcher.Form>
  );
}
