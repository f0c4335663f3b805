import { Alert, Link, Switch } from '@kindred/ui';
import { Form, useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import { useSession } from '../session/use-session.ts';

/** Nobody is mailed about their wishlist who has not asked for it. */
export function MailSwitch({ isOn }: { isOn: boolean }) {
  const { account } = useSession();
  const fetcher = useFetcher<typeof action>();
  const wanted = fetcher.formData?.get('mails');
  const isShownOn = wanted === undefined || wanted === null ? isOn : wanted === 'on';

  if (account && !account.email_verified)
    return (
      <p className="max-w-prose text-ink-muted text-sm">
        Confirm your email address, and we can mail you when something here is cheaper or back in stock.{' '}
        <Link href="/account/profile" className="text-ink underline underline-offset-4">
          To your profile
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
            void fetcher.submit(
              { mails: isShownOn ? 'off' : 'on' },
              { method: 'post', action: '/wishlist', flushSync: true },
            );
          }}
        >
          Mail me when something here is cheaper or back
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
