import { ContactDetails } from '../../features/info/contact-details.tsx';
import { infoMeta } from '../../features/info/info-meta.ts';
import { InfoPage } from '../../features/info/info-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/contact';

export async function loader({ context }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const [page, shop] = await Promise.all([required(api.shopPage('contact')), required(api.shop())]);
  return { page, company: shop.company };
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  return infoMeta(loaderData?.page, siteOf(matches));
}

export default function Contact({ loaderData: { page, company } }: Route.ComponentProps) {
  return (
    <InfoPage page={page}>
      <ContactDetails company={company} />
    </InfoPage>
  );
}
