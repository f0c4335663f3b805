/**
 * @file The input of a form that was sent after the log-in had ended. A cookie stores it for ten minutes, so that the form has it again
 * once the same person has logged in.
 */
import type { Profile } from '@kindred/contracts';
import { type RouterContextProvider, redirect } from 'react-router';
import { formValues } from '../../shared/form-values.ts';
import { cookieIn, cookieText } from '../../shared/page-cookie.ts';

const draftCookie = 'kindred_draft';
const tenMinutesSeconds = 600;
/** Browsers store cookies of up to 4 kB. */
const maxLength = 3_500;

/** The field with the account that the form was opened for. */
export const accountField = '_account';

interface Draft {
  readonly account: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Redirects to the log-in, which leads back. The input of a posted form is stored, except passwords. */
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

/** The stored input of this page and account, and the headers that delete it. */
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
