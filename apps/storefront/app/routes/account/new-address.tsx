import { data } from 'react-router';
import { AddressFormPage } from '../../features/account/address-form-page.tsx';
import { takeDraft } from '../../features/account/draft.ts';
import { accountContext } from '../../features/account/require-login.ts';
import { saveAddress } from '../../features/account/save-address.ts';
import { countries } from '../../features/address/countries.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formValues } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/new-address';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Add an address', siteOf(matches));
}

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const account = context.get(accountContext);
  const [known, shop] = await Promise.all([optional(api.addresses()), optional(api.shop())]);
  const draft = takeDraft(context, { request, url, account });
  const isFirst = known?.items.length === 0;
  const name = [account.first_name, account.last_name].filter((part) => part !== null).join(' ');
  return data(
    {
      countries,
      defaultCountry: known?.items[0]?.country ?? shop?.default_country ?? 'US',
      isFirst,
      name: isFirst ? name : '',
      draft: draft.values,
    },
    { headers: draft.headers },
  );
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const refused = await saveAddress(form, (address) => attempt(api.addAddress(address)));
  if (refused) return data({ errors: refused.errors, values: formValues(form) }, { status: refused.status });
  return redirectWith(context, '/account/addresses', { text: 'The address is saved.' });
}

export default function NewAddressPage({ loaderData, actionData }: Route.ComponentProps) {
  const { countries: known, defaultCountry, isFirst, name, draft } = loaderData;
  return (
    <AddressFormPage
      title="Add an address"
      countries={known}
      defaultCountry={defaultCountry}
      values={actionData?.values ?? draft ?? { full_name: name }}
      errors={actionData?.errors}
      isDraft={draft !== undefined && !actionData}
      canBecomeDefault={!isFirst}
    />
  );
}
