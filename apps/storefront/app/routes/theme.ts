import { redirect } from 'react-router';
import { parseTheme, themeCookieText } from '../features/theme/theme.ts';
import { isOverHttpsContext } from '../shared/request-context.ts';
import { safeReturnPath } from '../shared/return-path.ts';
import type { Route } from './+types/theme';

/** Stores the theme of a visitor without JavaScript and leads back to their page. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const theme = parseTheme(form.get('theme'));
  if (!theme) throw new Response('The theme is system, light or dark.', { status: 400 });
  return redirect(safeReturnPath(form.get('return_to')), {
    status: 303,
    headers: { 'set-cookie': themeCookieText(theme, { isOverHttps: context.get(isOverHttpsContext) }) },
  });
}

export function loader() {
  return redirect('/');
}
