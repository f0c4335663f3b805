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
import type { Route } from './+types/address';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Edit address', siteOf(matches));
}

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const { items } = await required(api.addresses());
  const address = items.find(({ address_id }) => address_id === params.addressId);
  if (!address) throw data(null, { status: 404 });
  const { address_id: _, is_default: isDefault, ...stored } = address;
  const draft = takeDraft(context, { request, url, account: context.get(accountContext) });
  return data({ countries, stored, isDefault, draft: draft.values }, { headers: draft.headers });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const refused = await saveAddress(form, (address) => attempt(api.changeAddress(params.addressId, address)));
  if (refused) return data({ errors: refused.errors, values: formValues(form) }, { status: refused.status });
  return redirectWith(context, '/account/addresses', { text: 'The address is saved.' });
}

export default function AddressPage({ loaderData, actionData }: Route.ComponentProps) {
  const { countries: known, stored, isDefault, draft } = loaderData;
  return (
    <AddressFormPage
      title="Edit address"
      countries={known}
      defaultCountry={stored.country}
      values={actionData?.values ?? draft ?? stored}
      errors={actionData?.errors}
      isDraft={draft !== undefined && !actionData}
      canBecomeDefault={!isDefault}
    />
  );
}
