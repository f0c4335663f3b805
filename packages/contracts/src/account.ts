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
  description: 'The password that counts from now on: 10 to 200 characters, none that many people use',
});
const Password = Type.String({
  minLength: 1,
  maxLength: 1_000,
  description: 'The password that the account has now',
});
const FirstName = Type.String({ maxLength: 100, description: 'As its owner writes it' });
const LastName = Type.String({ maxLength: 100, description: 'As its owner writes it' });
const Home = Type.String({
  maxLength: 500,
  description: 'As one text; what orders are sent to is among the addresses',
});
const MailToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'From the link of the mail; good once, and not for long',
});
const Gender = Type.Union([Type.Literal('Male'), Type.Literal('Female'), Type.Literal('Other')], {
  description: 'As data sets of reviewers have it',
});
const Age = Type.Integer({ minimum: 0, maximum: 150, description: 'In years' });
export const Role = Type.Union([Type.Literal('shopper'), Type.Literal('admin')], {
  $id: 'Role',
  description: '`admin` may do what stands below `/admin`',
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
  { $id: 'MailOnItsWay', description: 'The same answer whether there is such an account or not' },
);
export type MailOnItsWay = Static<typeof MailOnItsWay>;

const SetCookies = Type.Boolean({
  description:
    'True for a browser: the answer also sets the cookies that keep it logged in. Programs leave it out and use the tokens',
});

const DeviceToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'From an earlier log-in on this device. With it, what others tried on the account does not count. A new password makes it useless',
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
    token_type: Type.Literal('Bearer', { description: 'How the access token is sent' }),
    expires_in: Type.Integer({ description: 'Seconds that the access token is good for' }),
    refresh_token: Type.String({ description: 'Good once, for the next pair' }),
  },
  { $id: 'TokenPair', description: 'What a program is known by' },
);
export type TokenPair = Static<typeof TokenPair>;

export const Profile = Type.Object(
  {
    user_id: Type.String({ description: 'Names the account' }),
    email: Nullable(Type.String(), { description: 'Where the shop writes to. Null: none is known' }),
    email_verified: Type.Boolean({ description: 'Whether its owner has proved to read that address' }),
    first_name: Nullable(Type.String(), { description: 'Null: it was not said' }),
    last_name: Nullable(Type.String(), { description: 'Null: it was not said' }),
    age: Nullable(Type.Integer(), { description: 'In years. Null: it was not said' }),
    gender: Nullable(Gender, { description: 'Null: it was not said' }),
    address: Nullable(Type.String(), {
      description: 'As one text; what orders are sent to is among the addresses. Null: it was not said',
    }),
    role: Role,
    date_joined: Moment('When the account was made'),
  },
  { $id: 'Profile', description: 'What an account says of its owner' },
);
export type Profile = Static<typeof Profile>;

export const LoginAnswer = Type.Object(
  {
    ...TokenPair.properties,
    device_token: Type.String({ description: 'Send it with the next log-in on this device' }),
    user: Profile,
    cart_merge: Type.Optional(CartMerge),
  },
  { $id: 'LoginAnswer', description: 'Of a log-in' },
);
export type LoginAnswer = Static<typeof LoginAnswer>;

export const RefreshRequest = Type.Object(
  {
    refresh_token: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'Of the last pair. Left out: that of the cookie, and the answer sets cookies too',
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
      Type.Boolean({ description: 'True for a browser: it is known at the log-in that comes next' }),
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
  { $id: 'CsrfToken', description: 'What only a page of the shop can read' },
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
    description: 'What is left out stays; null empties a field',
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
    session_id: Uuid('Names the log-in'),
    device: Nullable(Type.String(), {
      description: 'What it was made with, in words. Null: it does not say what it is',
    }),
    network: Nullable(Type.String(), {
      description: 'The first part of the address it was last used from. Null: not known',
    }),
    created_at: Moment('When it was made'),
    last_used_at: Moment('When it was last used, to a quarter of an hour'),
    is_current: Type.Boolean({ description: 'Whether it is the one that asks' }),
  },
  {
    $id: 'LoginSession',
    description: 'A log-in that goes on: on one device, until it is ended or 30 days have passed',
  },
);
export type LoginSession = Static<typeof LoginSession>;

export const LoginSessionList = Type.Object(
  { items: Type.Array(LoginSession, { description: 'The one used last first' }) },
  { $id: 'LoginSessionList' },
);
export type LoginSessionList = Static<typeof LoginSessionList>;

const AnyRow = Type.Object({}, { additionalProperties: true });
const Rows = (description: string) => Type.Array(AnyRow, { description });

export const AccountExport = Type.Object(
  {
    exported_at: Moment('When this was put together'),
    profile: Type.Object({}, { additionalProperties: true, description: 'The account itself' }),
    addresses: Rows('Those that the account keeps'),
    orders: Rows('With their lines, shipments, refunds and returns'),
    checkouts: Rows('Those that were begun'),
    reviews: Rows('Those that its owner wrote'),
    review_votes: Rows('Which reviews had helped'),
    wishlist: Rows('What its owner would like to have'),
    notices: Rows('What its owner is mailed about'),
    watches_wishlist: Type.Boolean({ description: 'Whether everything on the wishlist is watched' }),
    cart: Rows('What is in the cart'),
    cart_details: Nullable(AnyRow, {
      description: 'Country and promo codes of the cart. Null: there is none',
    }),
    saved_for_later: Rows('What was put aside'),
    newsletter: Nullable(AnyRow, { description: 'The subscription. Null: there is none' }),
    former_newsletters: Rows('Subscriptions under earlier addresses'),
    mails: Rows('Those that the shop has sent'),
    sessions: Rows('The log-ins'),
    events: Rows('What its owner looked at'),
    searches: Rows('Those that an event, or a line of an order or of the cart, names'),
    exposures: Rows('What was recommended'),
  },
  {
    $id: 'AccountExport',
    description:
      'Everything that is kept about a person; the columns of each list are those of the shop’s tables',
  },
);
export type AccountExport = Static<typeof AccountExport>;
