import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { CountryCode, WrittenText } from './typed-text.ts';

const address = {
  full_name: WrittenText(200, { description: 'The recipient' }),
  line1: WrittenText(200, { title: 'street and number', description: 'Street and number' }),
  line2: Type.Optional(
    Type.String({ maxLength: 200, description: 'More about the address: a floor, a company' }),
  ),
  city: WrittenText(100, { description: 'Town or city' }),
  region: Type.Optional(Type.String({ maxLength: 100, description: 'State, province or county' })),
  postal_code: Type.Optional(
    Type.String({
      maxLength: 20,
      description:
        'In the country’s spelling, stored in upper case; required if the country has postal codes',
    }),
  ),
  country: CountryCode,
  phone: Type.Optional(Type.String({ maxLength: 40, description: 'For the carrier' })),
};
const IsDefault = Type.Boolean({ description: 'Whether a checkout starts with this address' });

const example = {
  full_name: 'Ada Öberg',
  line1: 'Storgatan 1',
  city: 'Berlin',
  postal_code: '10115',
  country: 'DE',
};

export const PostalAddress = Type.Object(address, {
  $id: 'PostalAddress',
  additionalProperties: false,
  'x-postal-code': true,
  description: 'A postal address',
  examples: [example],
});
export type PostalAddress = Static<typeof PostalAddress>;

export const SavedAddress = Type.Object(
  { address_id: Uuid('The id of the address'), ...address, is_default: IsDefault },
  { $id: 'SavedAddress', additionalProperties: false, description: 'A saved address' },
);
export type SavedAddress = Static<typeof SavedAddress>;

/** A person's first address is always the default. */
export const NewAddress = Type.Object(
  { ...address, is_default: Type.Optional(IsDefault) },
  {
    $id: 'NewAddress',
    additionalProperties: false,
    'x-postal-code': true,
    examples: [{ ...example, is_default: true }],
  },
);
export type NewAddress = Static<typeof NewAddress>;

export const AddressChange = Type.Partial(NewAddress, {
  $id: 'AddressChange',
  additionalProperties: false,
  minProperties: 1,
  description: 'Missing fields stay unchanged',
  examples: [{ line1: 'Torstraße 12', is_default: true }],
});
export type AddressChange = Static<typeof AddressChange>;

export const AddressList = Type.Object(
  { items: Type.Array(SavedAddress, { description: 'The default first' }) },
  { $id: 'AddressList' },
);
export type AddressList = Static<typeof AddressList>;
