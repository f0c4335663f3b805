/** @file Cookies that the pages set and no script can read. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { RouterContextProvider } from 'react-router';
import { isOverHttpsContext } from './request-context.ts';

/** For `Set-Cookie`. An empty `value` with an age of 0 deletes the cookie. */
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
