/** @file Cookies of the pages’ own, which no script reads. */
import type { RouterContextProvider } from 'react-router';
import { isOverHttpsContext } from './request-context.ts';

/** For `Set-Cookie`; without a `value` the cookie goes. */
export function cookieText(
  context: Readonly<RouterContextProvider>,
  name: string,
  { value, maxAgeSeconds }: { value: string; maxAgeSeconds: number },
): string {
  return [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(context.get(isOverHttpsContext) ? ['Secure'] : []),
  ].join('; ');
}

/** From a `Cookie` header. */
export function cookieIn(cookies: string | null, name: string): string | undefined {
  return cookies
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([one]) => one === name)?.[1];
}
