import { notFound } from '../shared/api-answers.ts';
import type { Route } from './+types/not-found';

export async function loader({ context }: Route.LoaderArgs): Promise<never> {
  throw await notFound(context);
}

/** Never shown: the loader leads to the frame's error page. A component makes this a page and no resource. */
export default function NotFound() {
  return null;
}
