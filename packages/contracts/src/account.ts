import { type Static, Type } from 'typebox';
import { CartMerge } from './cart.ts';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Email, KnownEmail } from './typed-text.ts';

/** The server also applies rules that a schema cannot express (too common, equal to the email). */
const NewPassword = Type.String({
  minLength: 1,
  maxLength: 1_000,
  description: 'The new password: 10 to 200 characters, not a common password',
});
const Password = Type.String({
  minLength: 1,
  maxLength: 1_000,
  description: 'The current password',
});
const FirstName = Type.String({ maxLength: 100, description: 'As the owner writes it' });
const LastName = Type.String({ maxLength: 100, description: 'As the owner writes it' });
const Home = Type.String({
  maxLength: 500,
  description: 'The address as one text; orders go to one of `addresses`',
});
const MailToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'From the link in the mail; works once, for a limited time',
});
const Gender = Type.Union([Type.Literal('Male'), Type.Literal('Female'), Type.Literal('Other')], {
  description: 'As in data sets of reviewers',
});
const Age = Type.Integer({ minimum: 0, maximum: 150, description: 'In years' });
export const Role = Type.Union([Type.Literal('shopper'), Type.Literal('admin')], {
  $id: 'Role',
  description: '`admin` may use the routes below `/admin`',
});

export const Registration = Type.Object(
  {
    email: Email,
    password: NewPassword,
    first_name: Type.Optional(FirstName),
    last_name: Type.Optional(LastName),
  },
  {
    $id: 'Registration',
    additionalProperties: false,
    examples: [
      {
        email: 'ada@example.com',
        password: 'amber quarry 17 boats',
        first_name: 'Ada',
        last_name: 'Öberg',
      },
    ],
  },
);
export type Registration = Static<typeof Registration>;

export const MailOnItsWay = Type.Object(
  { message: Type.String({ description: 'For people: where to look' }) },
  { $id: 'MailOnItsWay', description: 'The same answer whether the account exists or not' },
);
export type MailOnItsWay = Static<typeof MailOnItsWay>;

const SetCookies = Type.Boolean({
  description:
    'True for a browser: the answer also sets the cookies of the log-in. Programs leave it out and use the tokens',
});

const DeviceToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'From an earlier log-in on this device. With it, attempts by others do not block this log-in. A new password invalidates it',
});

export const LoginRequest = Type.Object(
  {
    email: KnownEmail,
    password: Password,
    device_token: Type.Optional(DeviceToken),
    set_cookies: Type.Optional(SetCookies),
  },
  {
    $id: 'LoginRequest',
    additionalProperties: false,
    examples: [{ email: 'ada@example.com', password: 'amber quarry 17 boats' }],
  },
);
export type LoginRequest = Static<typeof LoginRequest>;

export const TokenPair = Type.Object(
  {
    access_token: Type.String({ description: 'For the header `Authorization: Bearer …`' }),
    token_type: Type.Literal('Bearer', { description: 'How to send the access token' }),
    expires_in: Type.Integer({ description: 'Seconds until the access token expires' }),
    refresh_token: Type.String({ description: 'Works once, for the next pair' }),
  },
  { $id: 'TokenPair', description: 'The tokens of a program' },
);
export type TokenPair = Static<typeof TokenPair>;

export const Profile = Type.Object(
  {
    user_id: Type.String({ description: 'The id of the account' }),
    email: Nullable(Type.String(), { description: 'The address for the shop’s mails. Null: none is known' }),
    email_verified: Type.Boolean({ description: 'Whether the owner has proved that the address is theirs' }),
    first_name: Nullable(Type.String(), { description: 'Null: not set' }),
    last_name: Nullable(Type.String(), { description: 'Null: not set' }),
    age: Nullable(Type.Integer(), { description: 'In years. Null: not set' }),
    gender: Nullable(Gender, { description: 'Null: not set' }),
    address: Nullable(Type.String(), {
      description: 'The address as one text; orders go to one of `addresses`. Null: not set',
    }),
    role: Role,
    date_joined: Moment('When the account was created'),
  },
  { $id: 'Profile', description: 'The profile of an account' },
);
export type Profile = Static<typeof Profile>;

export const LoginAnswer = Type.Object(
  {
    ...TokenPair.properties,
    device_token: Type.String({ description: 'Send it with the next log-in on this device' }),
    user: Profile,
    cart_merge: Type.Optional(CartMerge),
  },
  { $id: 'LoginAnswer', description: 'The answer of a log-in' },
);
export type LoginAnswer = Static<typeof LoginAnswer>;

export const RefreshRequest = Type.Object(
  {
    refresh_token: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'The token of the last pair. Default: the token in the cookie; the answer then sets cookies too',
      }),
    ),
    set_cookies: Type.Optional(SetCookies),
  },
  {
    $id: 'RefreshRequest',
    additionalProperties: false,
    examples: [{ refresh_token: 'Vb3q6cTqkG1p2sY0n8h4mW7eXr5zLd9a' }],
  },
);
export type RefreshRequest = Static<typeof RefreshRequest>;

const mailTokenExample = 'Vb3q6cTqkG1p2sY0n8h4mW7eXr5zLd9a';

export const MailTokenRequest = Type.Object(
  { token: MailToken },
  { $id: 'MailTokenRequest', additionalProperties: false, examples: [{ token: mailTokenExample }] },
);
export type MailTokenRequest = Static<typeof MailTokenRequest>;

export const LoginLinkRequest = Type.Object(
  { email: KnownEmail },
  { $id: 'LoginLinkRequest', additionalProperties: false, examples: [{ email: 'ada@example.com' }] },
);
export type LoginLinkRequest = Static<typeof LoginLinkRequest>;

export const LoginLinkUse = Type.Object(
  { token: MailToken, set_cookies: Type.Optional(SetCookies) },
  { $id: 'LoginLinkUse', additionalProperties: false, examples: [{ token: mailTokenExample }] },
);
export type LoginLinkUse = Static<typeof LoginLinkUse>;

export const ForgottenPassword = Type.Object(
  { email: KnownEmail },
  { $id: 'ForgottenPassword', additionalProperties: false, examples: [{ email: 'ada@example.com' }] },
);
export type ForgottenPassword = Static<typeof ForgottenPassword>;

export const PasswordReset = Type.Object(
  {
    token: MailToken,
    password: NewPassword,
    set_cookies: Type.Optional(
      Type.Boolean({ description: 'True for a browser: it becomes a known device for the next log-in' }),
    ),
  },
  {
    $id: 'PasswordReset',
    additionalProperties: false,
    examples: [{ token: mailTokenExample, password: 'seven kettles on a raft' }],
  },
);
export type PasswordReset = Static<typeof PasswordReset>;

export const CsrfToken = Type.Object(
  { csrf_token: Type.String({ description: 'For the header `X-CSRF-Token`' }) },
  { $id: 'CsrfToken', description: 'A token that only a page of the shop can read' },
);
export type CsrfToken = Static<typeof CsrfToken>;

/** Other fields of an account, such as its email or role, change elsewhere. */
export const ProfileChange = Type.Object(
  {
    first_name: Type.Optional(Nullable(FirstName)),
    last_name: Type.Optional(Nullable(LastName)),
    age: Type.Optional(Nullable(Age)),
    gender: Type.Optional(Nullable(Gender)),
    address: Type.Optional(Nullable(Home)),
  },
  {
    $id: 'ProfileChange',
    additionalProperties: false,
    description: 'Missing fields stay unchanged; null clears a field',
    examples: [{ first_name: 'Ada', last_name: 'Öberg', age: 34 }],
  },
);
export type ProfileChange = Static<typeof ProfileChange>;

/** The new address gets a mail with a link. Nothing changes until the link is used. */
export const EmailChange = Type.Object(
  { email: { ...Email, description: 'The new address' }, password: Password },
  {
    $id: 'EmailChange',
    additionalProperties: false,
    examples: [{ email: 'ada.oberg@example.com', password: 'amber quarry 17 boats' }],
  },
);
export type EmailChange = Static<typeof EmailChange>;

export const PasswordChange = Type.Object(
  { current_password: Password, password: NewPassword },
  {
    $id: 'PasswordChange',
    additionalProperties: false,
    examples: [{ current_password: 'amber quarry 17 boats', password: 'seven kettles on a raft' }],
  },
);
export type PasswordChange = Static<typeof PasswordChange>;

export const AccountDeletion = Type.Object(
  { password: Password },
  { $id: 'AccountDeletion', additionalProperties: false, examples: [{ password: 'amber quarry 17 boats' }] },
);
export type AccountDeletion = Static<typeof AccountDeletion>;

export const LoginSession = Type.Object(
  {
    session_id: Uuid('The id of the log-in'),
    device: Nullable(Type.String(), {
      description: 'The device, in words. Null: unknown',
    }),
    network: Nullable(Type.String(), {
      description: 'The first part of the network address of its last use. Null: unknown',
    }),
    created_at: Moment('When the user logged in'),
    last_used_at: Moment('When it was last used, to within a quarter of an hour'),
    is_current: Type.Boolean({ description: 'Whether this request uses it' }),
  },
  {
    $id: 'LoginSession',
    description: 'An active log-in on one device. It ends on request or after 30 days',
  },
);
export type LoginSession = Static<typeof LoginSession>;

export const LoginSessionList = Type.Object(
  { items: Type.Array(LoginSession, { description: 'The most recently used first' }) },
  { $id: 'LoginSessionList' },
);
export type LoginSessionList = Static<typeof LoginSessionList>;

const AnyRow = Type.Object({}, { additionalProperties: true });
const Rows = (description: string) => Type.Array(AnyRow, { description });

export const AccountExport = Type.Object(
  {
    exported_at: Moment('When the export was made'),
    profile: Type.Object({}, { additionalProperties: true, description: 'The account itself' }),
    addresses: Rows('The saved addresses'),
    orders: Rows('With their lines, shipments, refunds and returns'),
    checkouts: Rows('The checkouts that the owner began'),
    reviews: Rows('The reviews that the owner wrote'),
    review_votes: Rows('The reviews that the owner found helpful'),
    wishlist: Rows('The products on the wishlist'),
    notices: Rows('The notices that the owner asked for'),
    watches_wishlist: Type.Boolean({ description: 'Whether notices are on for the whole wishlist' }),
    cart: Rows('The products in the cart'),
    cart_details: Nullable(AnyRow, {
      description: 'Country and promo codes of the cart. Null: there is no cart',
    }),
    saved_for_later: Rows('The products saved for later'),
    newsletter: Nullable(AnyRow, { description: 'The subscription. Null: none' }),
    former_newsletters: Rows('Subscriptions under earlier addresses'),
    mails: Rows('The mails that the shop has sent'),
    sessions: Rows('The log-ins'),
    events: Rows('The products that the owner viewed or clicked, and searches'),
    searches: Rows('The searches that led to an event, or to a line of an order or of the cart'),
    interactions: Rows('What another shop sent about the owner'),
    feedback: Rows('What the owner said about recommendations'),
    exposures: Rows('The recommended items, and when their cards were seen'),
    attributions: Rows('The recommendations that led to lines of the owner’s orders'),
  },
  {
    $id: 'AccountExport',
    description:
      'Everything that the shop stores about a person. The columns of each list are those of the shop’s tables',
  },
);
export type AccountExport = Static<typeof AccountExport>;
