import { data } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import type { Route } from './+types/suggestions';

const shelfSize = 3;

/** A few recommendations for the drawer that shows the added product. */
export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const shelf = await optional(api.recommendations({ context: 'cart', limit: shelfSize }));
  return data(shelf, { headers: { 'cache-control': 'private, no-store' } });
}

/** If this fails, the drawer shows no suggestions. */
export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return serverLoader().catch(() => null);
}
