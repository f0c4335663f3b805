import { data } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import type { Route } from './+types/suggestions';

const shelfSize = 3;

/** A few to go on with, for the drawer that shows what was just added. */
export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const shelf = await optional(api.recommendations({ context: 'cart', limit: shelfSize }));
  return data(shelf, { headers: { 'cache-control': 'private, no-store' } });
}

/** They can be done without. */
export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return serverLoader().catch(() => null);
}
