import { type Static, Type } from 'typebox';
import { CountryCode, WrittenText } from './typed-text.ts';

/** Where something is sent to. */
export const PostalAddress = Type.Object(
  {
    full_name: WrittenText(200),
    line1: WrittenText(200, { title: 'street and number' }),
    line2: Type.Optional(Type.String({ maxLength: 200 })),
    city: WrittenText(100),
    region: Type.Optional(Type.String({ maxLength: 100, description: 'State, province or county' })),
    postal_code: Type.Optional(
      Type.String({
        maxLength: 20,
        description: 'As the country writes it, kept in upper case; asked for where the country has them',
      }),
    ),
    country: CountryCode,
    phone: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { $id: 'PostalAddress', additionalProperties: false, 'x-postal-code': true },
);
export type PostalAddress = Static<typeof PostalAddress>;

/** An address that a person keeps. */
export const SavedAddress = Type.Object(
  {
    address_id: Type.String({ format: 'uuid' }),
    ...PostalAddress.properties,
    is_default: Type.Boolean(),
  },
  { $id: 'SavedAddress', additionalProperties: false },
);
export type SavedAddress = Static<typeof SavedAddress>;

/** The first one that a person keeps is their default, whatever is said. */
export const NewAddress = Type.Object(
  { ...PostalAddress.properties, is_default: Type.Optional(Type.Boolean()) },
  { $id: 'NewAddress', additionalProperties: false, 'x-postal-code': true },
);
export type NewAddress = Static<typeof NewAddress>;

export const AddressChange = Type.Partial(NewAddress, {
  $id: 'AddressChange',
  additionalProperties: false,
  minProperties: 1,
});
export type AddressChange = Static<typeof AddressChange>;

export const AddressList = Type.Object({ items: Type.Array(SavedAddress) }, { $id: 'AddressList' });
export type AddressList = Static<typeof AddressList>;
