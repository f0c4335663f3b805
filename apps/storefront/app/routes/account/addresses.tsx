import { addressLines } from '@kindred/shop-types';
import { EmptyState, ErrorSummary, LinkButton, PlusIcon } from '@kindred/ui';
import { data } from 'react-router';
import { AddressCard } from '../../features/account/address-card.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formErrorsOf, summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/addresses';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Addresses', siteOf(matches));
}

export async function loader({ context }: Route.LoaderArgs) {
  const { api, required } = askApi(context);
  const { items } = await required(api.addresses());
  return {
    addresses: items.map((address) => ({
      addressId: address.address_id,
      lines: [address.full_name, ...addressLines(address)],
      phone: address.phone ?? '',
      isDefault: address.is_default,
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const addressId = formText(form, 'address_id');
  const isDeleted = form.get('intent') === 'delete';
  const { problem } = await attempt<unknown>(
    isDeleted ? api.deleteAddress(addressId) : api.changeAddress(addressId, { is_default: true }),
  );
  if (problem && !(isDeleted && problem.status === 404))
    return data({ errors: formErrorsOf(problem) }, { status: problem.status });
  return redirectWith(context, '/account/addresses', {
    text: isDeleted ? 'The address is deleted.' : 'Your default address is changed.',
  });
}

export default function Addresses({ loaderData, actionData }: Route.ComponentProps) {
  const { addresses } = loaderData;
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold text-3xl">Addresses</h1>
        {addresses.length > 0 && (
          <LinkButton href="/account/addresses/new" variant="secondary">
            <PlusIcon size={18} aria-hidden="true" />
            Add an address
          </LinkButton>
        )}
      </div>
      <ErrorSummary errors={summaryOf(actionData?.errors ?? [])} />
      {addresses.length === 0 ? (
        <div className="rounded-lg border border-line">
          <EmptyState
            title="No addresses yet"
            actions={<LinkButton href="/account/addresses/new">Add an address</LinkButton>}
          >
            Save an address here, and checkout will fill it in for you.
          </EmptyState>
        </div>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {addresses.map((address) => (
            <AddressCard key={address.addressId} address={address} />
          ))}
        </ul>
      )}
    </>
  );
}
