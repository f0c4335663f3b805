/** @file The message of an action on the next page, such as “Address saved”. A cookie carries it there, once. */
import type { ToastMessage } from '@kindred/ui';
import { type RouterContextProvider, redirect } from 'react-router';
import { cookieIn, cookieText } from './page-cookie.ts';
import { safeReturnPath } from './return-path.ts';

const flashCookie = 'kindred_flash';
/** Browsers store cookies of up to 4 kB. */
const maxLength = 3_500;
/** In characters, each of which may take twelve in the cookie. */
const shortenedTo = 250;

/** Redirects to a page that shows the message. */
export function redirectWith(
  context: Readonly<RouterContextProvider>,
  path: string,
  message: ToastMessage,
): Response {
  const cookie = { value: flashValue(message), maxAgeSeconds: 60 };
  return redirect(path, {
    status: 303,
    headers: { 'set-cookie': cookieText(context, flashCookie, cookie) },
  });
}

/** Shortens a message that is too long for a cookie. */
function flashValue(message: ToastMessage): string {
  const value = JSON.stringify(message);
  if (encodeURIComponent(value).length <= maxLength) return value;
  const text = `${[...message.text].slice(0, shortenedTo).join('')}…`;
  return JSON.stringify({ ...message, text });
}

/** The message, and the header that deletes its cookie. */
export function takeFlash(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { message: ToastMessage | undefined; headers: Record<string, string> } {
  const message = flashOf(request.headers.get('cookie'));
  if (message === undefined) return { message, headers: {} };
  return {
    message,
    headers: { 'set-cookie': cookieText(context, flashCookie, { value: '', maxAgeSeconds: 0 }) },
  };
}

export function flashOf(cookies: string | null): ToastMessage | undefined {
  const value = cookieIn(cookies, flashCookie);
  if (!value || value.length > maxLength) return undefined;
  try {
    const { text, link } = JSON.parse(value) as ToastMessage;
    if (typeof text !== 'string' || text === '') return undefined;
    const href = safeReturnPath(link?.href, '');
    return typeof link?.label === 'string' && href !== ''
      ? { text, link: { href, label: link.label } }
      : { text };
  } catch {
    return undefined;
  }
}
