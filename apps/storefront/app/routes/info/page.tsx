import type { ShopPageSlug } from '@kindred/contracts';
import { infoMeta } from '../../features/info/info-meta.ts';
import { InfoPage } from '../../features/info/info-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/page';

/** The path of each of these pages is its slug. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const slug = url.pathname.replace(/^\/|\/$/g, '') as ShopPageSlug;
  return { page: await required(api.shopPage(slug)) };
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  return infoMeta(loaderData?.page, siteOf(matches));
}

export default function Info({ loaderData: { page } }: Route.ComponentProps) {
  return <InfoPage page={page} />;
}
