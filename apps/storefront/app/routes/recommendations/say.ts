import { redirect } from 'react-router';
import { type SaidAnswer, sayAboutRecommendations } from '../../features/recommendations/say.ts';
import { unreachableText } from '../../shared/form-errors.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import type { Route } from './+types/say';

export const action = (args: Route.ActionArgs) => sayAboutRecommendations(args, '/');

/** If the shop cannot be reached, the page stays and shows the reason where the shopper clicked. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return answerOr<SaidAnswer, SaidAnswer>(serverAction(), { message: unreachableText });
}

export function loader() {
  return redirect('/recommendations');
}
