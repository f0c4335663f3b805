import { redirect } from 'react-router';
import type { Route } from './+types/old-address';

/** The addresses in old emails, and where these pages are now. */
const addresses: Readonly<Record<string, string>> = {
  '/account/forgot': '/forgot-password',
  '/account/login': '/login',
  '/account/login-link': '/login',
  '/account/login-link/use': '/login/link',
  '/account/reset': '/reset-password',
  '/account/verify': '/verify-email',
};

/** Redirects with the token. */
export function loader({ url }: Route.LoaderArgs) {
  return redirect((addresses[url.pathname] ?? '/login') + url.search);
}
