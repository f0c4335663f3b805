import { loadSettings } from '../../features/recommendations/load-settings.ts';
import { sayAboutRecommendations } from '../../features/recommendations/say.ts';
import { RecommendationSettings } from '../../features/recommendations/settings-view.tsx';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/recommendations';

const path = '/account/recommendations';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Your recommendations', siteOf(matches));
}

export async function loader({ context }: Route.LoaderArgs) {
  return { settings: await loadSettings(context) };
}

export const action = (args: Route.ActionArgs) => sayAboutRecommendations(args, path);

export default function RecommendationsOfAccount({ loaderData: { settings } }: Route.ComponentProps) {
  return <RecommendationSettings settings={settings} path={path} />;
}
