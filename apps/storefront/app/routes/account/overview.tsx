import {
  AccountIcon,
  AddressIcon,
  Alert,
  EmptyState,
  HeartIcon,
  Link,
  LinkButton,
  LockIcon,
  PackageIcon,
  StarIcon,
} from '@kindred/ui';
import { data } from 'react-router';
import { AccountForm } from '../../features/account/account-form.tsx';
import { OrderCard } from '../../features/account/order-card.tsx';
import { useAccount } from '../../features/account/use-account.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import type { Route } from './+types/overview';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Your account', siteOf(matches));
}

export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const orders = await optional(api.orders({ limit: 1 }));
  return { areOrdersKnown: orders !== null, lastOrder: orders?.items[0] };
}

/** Asks for the mail that verifies the address once more. */
export async function action({ context }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.resendVerification());
  if (problem) return data({ message: messageOf(problem) }, { status: problem.status });
  return redirectWith(context, '/account', { text: answer.message });
}

const quickLinks = [
  { href: '/account/orders', name: 'Orders', text: 'Track, return, buy again', Icon: PackageIcon },
  { href: '/account/wishlist', name: 'Wishlist', text: 'What you want to remember', Icon: HeartIcon },
  {
    href: '/account/reviews',
    name: 'Reviews',
    text: 'What you wrote, and what you can still review',
    Icon: StarIcon,
  },
  { href: '/account/addresses', name: 'Addresses', text: 'Where your parcels go', Icon: AddressIcon },
  { href: '/account/profile', name: 'Profile', text: 'Name, email, password, devices', Icon: AccountIcon },
  {
    href: '/account/privacy',
    name: 'Privacy',
    text: 'Your data, and the end of the account',
    Icon: LockIcon,
  },
] as const;

export default function Overview({ loaderData, actionData }: Route.ComponentProps) {
  const account = useAccount();
  const { lastOrder, areOrdersKnown } = loaderData;
  return (
    <>
      <h1 className="font-semibold text-3xl">
        {account.first_name ? `Hello, ${account.first_name}` : 'Your account'}
      </h1>
      <div className="mt-6 space-y-6">
        {!account.email_verified && (
          <Alert tone="warning" title="Confirm your email address">
            <p className="mt-1">
              We sent a mail to {account.email}. Open it and confirm the address: then you can review what you
              bought, and orders that you placed as a guest are shown here.
            </p>
            {actionData && <p className="mt-2 text-danger">{actionData.message}</p>}
            <AccountForm className="mt-3">
              <SubmitButton variant="secondary">Send the mail again</SubmitButton>
            </AccountForm>
          </Alert>
        )}
        {lastOrder && <OrderCard order={lastOrder} />}
        {!lastOrder && areOrdersKnown && (
          <div className="rounded-lg border border-line">
            <EmptyState title="No orders yet" actions={<LinkButton href="/search">Look around</LinkButton>}>
              What you buy is shown here, from the payment to your door.
            </EmptyState>
          </div>
        )}
        {!areOrdersKnown && (
          <Alert tone="warning">
            Your orders cannot be shown just now. They are safe: try again in a moment.
          </Alert>
        )}
        <ul className="grid gap-3 sm:grid-cols-2">
          {quickLinks.map(({ href, name, text, Icon }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex h-full items-start gap-4 rounded-lg border border-line p-4 transition-colors hover:border-line-strong hover:bg-surface"
              >
                <Icon size={20} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-muted" />
                <span>
                  <span className="block font-medium">{name}</span>
                  <span className="mt-0.5 block text-ink-muted text-sm">{text}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
