import type { Checkout, PostalAddress, SavedAddress } from '@kindred/contracts';
import type { AddressField } from '../address/address-format.ts';

/** The prefix of the address's field names, as in the API. */
export const addressPrefix = 'shipping_address.';
/** The choice of an address that is not among the saved ones. */
export const newAddress = 'new';

const fields: readonly AddressField[] = [
  'full_name',
  'line1',
  'line2',
  'city',
  'region',
  'postal_code',
  'country',
  'phone',
];

export function postalAddressOf(saved: SavedAddress): PostalAddress {
  const { address_id: _, is_default: __, ...address } = saved;
  return address;
}

/** Whether the draft has an address that is not valid yet. */
export function hasTypedAddress({ draft }: Pick<Checkout, 'draft'>): boolean {
  return fields.some((field) => draft[field] !== undefined);
}

/** The saved address that the checkout uses. */
export function savedAddressOf(
  { shipping_address, draft }: Pick<Checkout, 'draft' | 'shipping_address'>,
  addresses: readonly SavedAddress[],
): SavedAddress | undefined {
  if (!shipping_address || hasTypedAddress({ draft })) return undefined;
  return addresses.find((one) => isSameAddress(one, shipping_address));
}

export function isSameAddress(one: PostalAddress, other: PostalAddress): boolean {
  return fields.every((field) => (one[field] ?? '') === (other[field] ?? ''));
}

/** The initial values of the address's fields: the last input, valid or not. */
export function addressValues({
  shipping_address,
  draft,
}: Pick<Checkout, 'draft' | 'shipping_address'>): Partial<Record<AddressField, string>> {
  return Object.fromEntries(
    fields.map((field) => [field, draft[field] ?? shipping_address?.[field] ?? '']),
  ) as Partial<Record<AddressField, string>>;
}

/** The posted fields of an address, as a draft stores them. */
export function draftOf(values: Readonly<Record<string, string>>): Partial<Record<AddressField, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[addressPrefix + field];
      return value === undefined ? [] : [[field, value.slice(0, 300)]];
    }),
  );
}
