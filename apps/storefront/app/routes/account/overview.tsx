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

/** Sends the email that confirms the address again. */
export async function action({ context }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.resendVerification());
  if (problem) return data({ message: messageOf(problem) }, { status: problem.status });
  return redirectWith(context, '/account', { text: answer.message });
}

const quickLinks = [
  { href: '/account/orders', name: 'Orders', text: 'Track, return, buy again', Icon: PackageIcon },
  { href: '/account/wishlist', name: 'Wishlist', text: 'Products you saved', Icon: HeartIcon },
  {
    href: '/account/reviews',
    name: 'Reviews',
    text: 'Your reviews, and products to review',
    Icon: StarIcon,
  },
  { href: '/account/addresses', name: 'Addresses', text: 'Where we ship your orders', Icon: AddressIcon },
  { href: '/account/profile', name: 'Profile', text: 'Name, email, password, devices', Icon: AccountIcon },
  {
    href: '/account/privacy',
    name: 'Privacy',
    text: 'Download your data, delete your account',
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
              We sent an email to {account.email}. Open it and confirm your address to write reviews and to
              see orders that you placed as a guest.
            </p>
            {actionData && <p className="mt-2 text-danger">{actionData.message}</p>}
            <AccountForm className="mt-3">
              <SubmitButton variant="secondary">Send email again</SubmitButton>
            </AccountForm>
          </Alert>
        )}
        {lastOrder && <OrderCard order={lastOrder} />}
        {!lastOrder && areOrdersKnown && (
          <div className="rounded-lg border border-line">
            <EmptyState
              title="No orders yet"
              actions={<LinkButton href="/search">Start shopping</LinkButton>}
            >
              Your orders will appear here.
            </EmptyState>
          </div>
        )}
        {!areOrdersKnown && (
          <Alert tone="warning">
            We cannot show your orders right now. They are safe. Please try again in a moment.
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
