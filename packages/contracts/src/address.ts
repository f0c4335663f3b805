import { type Static, Type } from 'typebox';

/** Where something is sent to. */
export const PostalAddress = Type.Object(
  {
    full_name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    line1: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'Street and number' }),
    line2: Type.Optional(Type.String({ maxLength: 200 })),
    city: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    region: Type.Optional(Type.String({ maxLength: 100, description: 'State, province or county' })),
    postal_code: Type.Optional(Type.String({ maxLength: 20 })),
    country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { $id: 'PostalAddress', additionalProperties: false },
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
  { $id: 'NewAddress', additionalProperties: false },
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
