/**
 * @file What somebody had typed when their log-in turned out to be over. A cookie keeps it for some minutes, so that the form comes
 * back with it after the log-in: to the same person, on the same page.
 */
import type { Profile } from '@kindred/contracts';
import { type RouterContextProvider, redirect } from 'react-router';
import { formValues } from '../../shared/form-values.ts';
import { cookieIn, cookieText } from '../../shared/page-cookie.ts';

const draftCookie = 'kindred_draft';
const tenMinutesSeconds = 600;
/** Browsers keep cookies of 4 kB. */
const maxLength = 3_500;

/** Names the account that a form was opened for. */
export const accountField = '_account';

interface Draft {
  readonly account: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Leads to the log-in and back; what a form was posted with comes along, but no passwords. */
export async function leadToLogin(
  context: Readonly<RouterContextProvider>,
  { request, url }: { request: Request; url: URL },
): Promise<Response> {
  const path = url.pathname + url.search;
  const loginPath = `/login?${new URLSearchParams({ return_to: path })}`;
  if (request.method !== 'POST') return redirect(loginPath);
  const form = await request.clone().formData();
  const { [accountField]: account = '', ...values } = formValues(form, {
    except: [...form.keys()].filter((name) => name.includes('password')),
  });
  const draft: Draft = { account, path: url.pathname, values };
  const value = JSON.stringify(draft);
  if (account === '' || encodeURIComponent(value).length > maxLength) return redirect(loginPath, 303);
  return redirect(loginPath, {
    status: 303,
    headers: { 'set-cookie': cookieText(context, draftCookie, { value, maxAgeSeconds: tenMinutesSeconds }) },
  });
}

/** What was typed on this page by this person, and the headers that forget it. */
export function takeDraft(
  context: Readonly<RouterContextProvider>,
  { request, url, account }: { request: Request; url: URL; account: Pick<Profile, 'user_id'> },
): { values: Readonly<Record<string, string>> | undefined; headers: Record<string, string> } {
  const draft = draftOf(request.headers.get('cookie'));
  if (draft === undefined || draft.path !== url.pathname) return { values: undefined, headers: {} };
  return {
    values: draft.account === account.user_id ? draft.values : undefined,
    headers: { 'set-cookie': cookieText(context, draftCookie, { value: '', maxAgeSeconds: 0 }) },
  };
}

export function draftOf(cookies: string | null): Draft | undefined {
  const value = cookieIn(cookies, draftCookie);
  if (!value) return undefined;
  try {
    const { account, path, values } = JSON.parse(value) as Draft;
    const isDraft =
      typeof account === 'string' &&
      typeof path === 'string' &&
      Object.values(values).every((one) => typeof one === 'string');
    return isDraft ? { account, path, values } : undefined;
  } catch {
    return undefined;
  }
}
