import { infoMeta } from '../../features/info/info-meta.ts';
import { InfoPage } from '../../features/info/info-page.tsx';
import { ShippingMethods } from '../../features/info/shipping-methods.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/delivery';

export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional, required } = askApi(context);
  const [page, methods] = await Promise.all([
    required(api.shopPage('delivery')),
    optional(api.shippingMethods()),
  ]);
  return { page, methods: methods?.items ?? [] };
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  return infoMeta(loaderData?.page, siteOf(matches));
}

export default function Delivery({ loaderData: { page, methods } }: Route.ComponentProps) {
  return (
    <InfoPage page={page}>
      <ShippingMethods methods={methods} />
    </InfoPage>
  );
}
