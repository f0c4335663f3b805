import { type Static, Type } from 'typebox';

/** What a caller may do, by the names that routes declare. Staff roles and service keys grant the same names. */
const grantable = {
  'shop:read': 'the shop’s name and pages',
  'shop:write': 'change the shop’s name and pages',
  'catalog:read': 'products, categories, reviews and searches',
  'catalog:write': 'send items, plan sales',
  'search:read': 'synonyms, and what search learnt',
  'search:write': 'change synonyms',
  'recommendations:read': 'shelves of any person, and files of shelves',
  'recommendations:write': 'rules of shelves',
  'events:write': 'what people did: views, clicks, purchases, ratings',
  'feedback:read': 'what people said about their recommendations',
  'feedback:write': 'say something about recommendations',
  'people:write': 'send people, and delete what is known about them',
  'models:train': 'train a model',
  'reviews:read': 'reviews that wait for a decision',
  'reviews:write': 'publish and reject reviews',
  'cart:read': 'a cart',
  'cart:write': 'change a cart',
  'checkout:write': 'turn a cart into an order',
  'orders:read': 'orders, returns and invoices',
  'orders:write': 'ship, cancel, refund and return orders',
  'wishlist:read': 'a wishlist',
  'wishlist:write': 'change a wishlist',
  'notices:write': 'ask for mails about products, and end them',
  'newsletter:write': 'subscribe and unsubscribe',
} as const;

/** No service key has these. A person’s account belongs to the person, and a key that makes keys could make itself stronger. */
const ofPeople = {
  'account:read': 'one’s own account',
  'account:write': 'log in, and change one’s own account',
  'service-keys:write': 'service keys',
  'payments:write': 'the payment provider’s events',
} as const;

export type Scope = keyof typeof grantable;
export type Permission = Scope | keyof typeof ofPeople;

export const scopes = Object.keys(grantable) as Scope[];
export const permissions = [...scopes, ...(Object.keys(ofPeople) as (keyof typeof ofPeople)[])];

export const ServiceKeyScope = Type.Unsafe<Scope>(
  Type.Union(
    scopes.map((scope) => Type.Literal(scope)),
    {
      $id: 'ServiceKeyScope',
      description: Object.entries(grantable)
        .map(([name, meaning]) => `\`${name}\`: ${meaning}`)
        .join('; '),
    },
  ),
);
export type ServiceKeyScope = Static<typeof ServiceKeyScope>;
