import { askApi } from '../../shared/api-answers.ts';
import type { Route } from './+types/suggestions';

const shelfSize = 3;

/** A few to go on with, for the drawer that shows what was just added. */
export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  return optional(api.recommendations({ context: 'cart', limit: shelfSize }));
}

export function headers() {
  return { 'cache-control': 'private, no-store' };
}
