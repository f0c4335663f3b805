import { LinkButton } from '@kindred/ui';
import { LoginFormPage } from '../../features/login/login-form-page.tsx';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/check-inbox';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Check your inbox', siteOf(matches));
}

/** The same text whether or not the account exists. */
const words = {
  register: {
    text: 'We sent you an email. Open it and confirm your address to finish creating your account.',
    again: { href: '/register', label: 'Use another address' },
  },
  login: {
    text: 'If this address has an account, we sent you a log-in link, just now or a few minutes ago. The link works once, for an hour.',
    again: { href: '/login', label: 'Back to log in' },
  },
  password: {
    text: 'If this address has an account, we sent you a link to choose a new password, just now or a few minutes ago. The link works once, for an hour.',
    again: { href: '/forgot-password', label: 'Use another address' },
  },
} as const;

export function loader({ url }: Route.LoaderArgs) {
  const reason = url.searchParams.get('for');
  const known: keyof typeof words = reason === 'register' || reason === 'password' ? reason : 'login';
  return { reason: known };
}

export default function CheckInbox({ loaderData }: Route.ComponentProps) {
  const { text, again } = words[loaderData.reason];
  return (
    <LoginFormPage title="Check your inbox" intro={text}>
      <p className="text-ink-muted text-sm">No email after a few minutes? Check your spam folder too.</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/">Continue shopping</LinkButton>
        <LinkButton href={again.href} variant="secondary">
          {again.label}
        </LinkButton>
      </div>
    </LoginFormPage>
  );
}
