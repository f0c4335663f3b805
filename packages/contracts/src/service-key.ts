import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { AskedMoment, Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { ServiceKeyScope } from './permission.ts';
import { WrittenText } from './typed-text.ts';

const key = {
  key_id: Uuid('The id of the key, which is not secret'),
  name: Type.String({ description: 'Whose key it is' }),
  scopes: Type.Array(ServiceKeyScope, { description: 'What the key may do' }),
  created_at: Moment('When it was made'),
  expires_at: Nullable(Moment('From then on it is not valid. Null: it does not expire')),
  last_used_at: Nullable(Moment('Its last use, to the minute. Null: it was never used')),
  revoked_at: Nullable(Moment('When it was revoked. Null: it was not')),
};

export const ServiceKey = Type.Object(key, { $id: 'ServiceKey', description: 'A key of a machine' });
export type ServiceKey = Static<typeof ServiceKey>;

export const ServiceKeyList = Type.Object(
  { items: Type.Array(ServiceKey, { description: 'The newest first' }) },
  { $id: 'ServiceKeyList' },
);
export type ServiceKeyList = Static<typeof ServiceKeyList>;

export const NewServiceKey = Type.Object(
  {
    name: WrittenText(100, { description: 'Whose key it is: “Feed of the other shop”' }),
    scopes: Type.Array(ServiceKeyScope, { minItems: 1, maxItems: 50, description: 'What the key may do' }),
    expires_at: Type.Optional(AskedMoment('From then on the key is not valid. Default: it does not expire')),
  },
  {
    $id: 'NewServiceKey',
    additionalProperties: false,
    examples: [
      {
        name: 'Feed of the other shop',
        scopes: ['catalog:write', 'people:write', 'events:write', 'recommendations:read'],
        expires_at: '2099-01-01T00:00:00.000Z',
      },
    ],
  },
);
export type NewServiceKey = Static<typeof NewServiceKey>;

export const MadeServiceKey = Type.Object(
  {
    ...key,
    key: Type.String({
      description: 'The key itself. The shop shows it only now, and stores only its hash',
    }),
  },
  { $id: 'MadeServiceKey', description: 'A new key' },
);
export type MadeServiceKey = Static<typeof MadeServiceKey>;
