import type { NoticeKind } from '@kindred/contracts';
import { BellIcon, Button, EmailField, ErrorSummary, Link, SuccessIcon } from '@kindred/ui';
import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { useSession } from '../session/use-session.ts';
import type { NoticeAnswer } from './ask-notice.ts';
import { noticeText } from './notice-state.ts';

interface NoticeFormProps {
  productId: number;
  kind: NoticeKind;
  /** The account's own notice of this product. */
  notice?: { noticeId: string | null; text: string } | undefined;
  /** The answer to the form, on the notices' own page. */
  answer?: NoticeAnswer | undefined;
}

/** Requests an email about a product. The answer replaces the form; without JavaScript, the notices' own page shows it. */
export function NoticeForm({ productId, kind, notice, answer: ofPage }: NoticeFormProps) {
  const { account } = useSession();
  const fetcher = useFetcher<NoticeAnswer>();
  const answer = fetcher.data ?? ofPage;
  const { errors, formProps, summaryRef } = useFormErrors(
    answer?.state === 'failed' ? answer.errors : undefined,
  );
  const said = useRef<HTMLDivElement>(null);
  const isBusy = fetcher.state !== 'idle';
  const action = `/notices/ask?${new URLSearchParams({ product: String(productId), kind })}`;

  useEffect(() => {
    if (fetcher.data && fetcher.data.state !== 'failed') said.current?.focus();
  }, [fetcher.data]);

  // A failed request changes nothing.
  const [settled, setSettled] = useState<NoticeAnswer>();
  if (answer && answer.state !== 'failed' && answer !== settled) setSettled(answer);
  const own =
    settled?.state === 'active'
      ? { noticeId: settled.noticeId, text: noticeText({ kind, price: null }) }
      : settled?.state === 'ended'
        ? undefined
        : notice;

  if (answer?.state === 'confirm-by-mail')
    return (
      <Said ref={said}>
        Check your inbox: we sent an email to {answer.email || 'your address'}. Open the link in it, and we
        will notify you.
      </Said>
    );
  if (own)
    return (
      <>
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <Said ref={said}>{own.text}</Said>
          {own.noticeId && (
            <fetcher.Form method="post" action={action}>
              <Button type="submit" name="end" value={own.noticeId} variant="quiet">
                Stop
              </Button>
            </fetcher.Form>
          )}
        </div>
      </>
    );
  if (account && !account.email_verified)
    return (
      <p className="text-ink-muted text-sm">
        Confirm your email address first, so that we can email you.{' '}
        <Link href="/account" className="text-ink underline underline-offset-4">
          Go to your account
        </Link>
      </p>
    );
  return (
    <fetcher.Form method="post" action={action} {...formProps} className="flex flex-col gap-3">
      {answer?.state === 'ended' && <Said ref={said}>We will no longer email you about this.</Said>}
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors, `${kind}-`)} />
      <input type="hidden" name="product_id" value={productId} />
      <input type="hidden" name="kind" value={kind} />
      {account ? (
        <p className="text-ink-muted text-sm [overflow-wrap:anywhere]">We will email {account.email}.</p>
      ) : (
        <EmailField
          id={`${kind}-email`}
          defaultValue={answer?.state === 'failed' ? answer.email : ''}
          error={errorOf(errors, 'email')}
        />
      )}
      <Button
        type="submit"
        variant="secondary"
        aria-disabled={isBusy || undefined}
        onClick={(event) => {
          if (isBusy) event.preventDefault();
        }}
        className="self-start"
      >
        <BellIcon size={18} aria-hidden="true" />
        Notify me
      </Button>
    </fetcher.Form>
  );
}

function Said({ ref, children }: { ref: React.Ref<HTMLDivElement>; children: React.ReactNode }) {
  return (
    <div ref={ref} role="status" tabIndex={-1} className="flex gap-2 py-2 text-sm [overflow-wrap:anywhere]">
      <SuccessIcon size={18} aria-hidden="true" className="mt-px shrink-0 text-accent" />
      <p>{children}</p>
    </div>
  );
}
