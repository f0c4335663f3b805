import { notFound } from '../shared/api-answers.ts';
import type { Route } from './+types/not-found';

export async function loader({ context }: Route.LoaderArgs): Promise<never> {
  throw await notFound(context);
}

/** Never shown, because the loader leads to the frame's error page. With a component, this is a page and not a resource. */
export default function NotFound() {
  return null;
}
