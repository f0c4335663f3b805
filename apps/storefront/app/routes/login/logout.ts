import { redirect } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import type { Route } from './+types/logout';

export async function action({ context }: Route.ActionArgs) {
  const { api, required } = askApi(context);
  await required(api.logout());
  return redirectWith(context, '/', { text: 'You are logged out.' });
}

/** Opening the address does not log out. */
export function loader() {
  return redirect('/account');
}
