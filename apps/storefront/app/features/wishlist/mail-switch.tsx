import { Alert, Link, Switch } from '@kindred/ui';
import { Form } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import { useQuickFetcher } from '../../shared/use-quick-fetcher.ts';
import { useSession } from '../session/use-session.ts';

/** Emails about the wishlist are off until the shopper turns them on. */
export function MailSwitch({ isOn }: { isOn: boolean }) {
  const { account } = useSession();
  const fetcher = useQuickFetcher<typeof action>();
  const wanted = fetcher.formData?.get('mails');
  const isShownOn = wanted === undefined || wanted === null ? isOn : wanted === 'on';

  if (account && !account.email_verified)
    return (
      <p className="max-w-prose text-ink-muted text-sm">
        Confirm your email address, and we can email you when an item is cheaper or back in stock.{' '}
        <Link href="/account" className="text-ink underline underline-offset-4">
          Go to your account
        </Link>
      </p>
    );
  return (
    <div>
      <Form method="post">
        <Switch
          isOn={isShownOn}
          name="mails"
          value={isShownOn ? 'off' : 'on'}
          onClick={(event) => {
            event.preventDefault();
            fetcher.post({ mails: isShownOn ? 'off' : 'on' }, { action: '/wishlist' });
          }}
        >
          Email me when an item is cheaper or back in stock
        </Switch>
      </Form>
      {fetcher.data?.state === 'failed' && (
        <Alert tone="danger" role="alert">
          {fetcher.data.message}
        </Alert>
      )}
    </div>
  );
}
