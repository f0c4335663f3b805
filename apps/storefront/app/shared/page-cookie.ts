/** @file Cookies of the pages’ own, which no script reads. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { RouterContextProvider } from 'react-router';
import { isOverHttpsContext } from './request-context.ts';

/** For `Set-Cookie`; without a `value` the cookie goes. */
export const cookieText = (
  context: Readonly<RouterContextProvider>,
  name: string,
  { value, maxAgeSeconds }: { value: string; maxAgeSeconds: number },
): string =>
  stringifySetCookie({
    name,
    value,
    path: '/',
    maxAge: maxAgeSeconds,
    httpOnly: true,
    sameSite: 'lax',
    secure: context.get(isOverHttpsContext),
  });

/** From a `Cookie` header. */
export const cookieIn = (cookies: string | null, name: string): string | undefined =>
  parseCookie(cookies ?? '')[name];
