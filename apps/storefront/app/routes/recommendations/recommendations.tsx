import { Container } from '@kindred/ui';
import { loadAbout } from '../../features/recommendations/load-about.ts';
import { loadSettings } from '../../features/recommendations/load-settings.ts';
import { sayAboutRecommendations } from '../../features/recommendations/say.ts';
import { RecommendationSettings } from '../../features/recommendations/settings-view.tsx';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/recommendations';

const path = '/recommendations';

export const headers = () => ({ 'cache-control': 'private, no-store' });

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Your recommendations', siteOf(matches));
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const settings = await loadSettings(context);
  return { settings, about: await loadAbout(context, url.searchParams, settings) };
}

export const action = (args: Route.ActionArgs) => sayAboutRecommendations(args, path);

export default function RecommendationsPage({ loaderData: { settings, about } }: Route.ComponentProps) {
  return (
    <Container className="pt-6 md:pt-10">
      <div className="mx-auto max-w-4xl">
        <RecommendationSettings settings={settings} about={about} path={path} />
      </div>
    </Container>
  );
}
