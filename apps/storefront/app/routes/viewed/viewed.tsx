import { Container } from '@kindred/ui';
import { changeViewed } from '../../features/viewed/change-viewed.ts';
import { ViewedPage } from '../../features/viewed/viewed-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/viewed';

const onPage = 48;

export const headers = () => ({ 'cache-control': 'private, no-store' });

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Recently viewed', siteOf(matches));
}

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const cursor = url.searchParams.get('cursor')?.slice(0, 500);
  const list = await required(api.viewed({ limit: onPage, ...(cursor && { cursor }) }));
  const { headers } = request;
  return { list, hasObjection: headers.get('sec-gpc') === '1' || headers.get('dnt') === '1' };
}

export const action = ({ context, request }: Route.ActionArgs) => changeViewed(context, request);

export default function Viewed({ loaderData: { list, hasObjection } }: Route.ComponentProps) {
  return (
    <Container className="pt-6 md:pt-10">
      <ViewedPage list={list} hasObjection={hasObjection} />
    </Container>
  );
}
