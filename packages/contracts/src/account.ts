import { type Static, Type } from 'typebox';
import { CartMerge } from './cart.ts';
import { Email, KnownEmail } from './typed-text.ts';

/** Rules that a schema cannot say (too common, equal to the email) come on top. */
const NewPassword = Type.String({ minLength: 1, maxLength: 1_000, description: '10 to 200 characters' });
const Password = Type.String({ minLength: 1, maxLength: 1_000 });
const Name = Type.String({ maxLength: 100 });
const Home = Type.String({ maxLength: 500 });
const Token = Type.String({ minLength: 1, maxLength: 200 });
const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const Gender = Type.Union([Type.Literal('Male'), Type.Literal('Female'), Type.Literal('Other')]);
const Role = Type.Union([Type.Literal('shopper'), Type.Literal('admin')]);

export const Registration = Type.Object(
  {
    email: Email,
    password: NewPassword,
    first_name: Type.Optional(Name),
    last_name: Type.Optional(Name),
  },
  { $id: 'Registration', additionalProperties: false },
);
export type Registration = Static<typeof Registration>;

/** The same answer whether there is such an account or not. */
export const MailOnItsWay = Type.Object({ message: Type.String() }, { $id: 'MailOnItsWay' });
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
  { $id: 'LoginRequest', additionalProperties: false },
);
export type LoginRequest = Static<typeof LoginRequest>;

export const TokenPair = Type.Object(
  {
    access_token: Type.String(),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'Seconds that the access token is good for' }),
    refresh_token: Type.String({ description: 'Good once, for the next pair' }),
  },
  { $id: 'TokenPair' },
);
export type TokenPair = Static<typeof TokenPair>;

export const Profile = Type.Object(
  {
    user_id: Type.String(),
    email: Nullable(Type.String()),
    email_verified: Type.Boolean(),
    first_name: Nullable(Type.String()),
    last_name: Nullable(Type.String()),
    age: Nullable(Type.Integer()),
    gender: Nullable(Gender),
    address: Nullable(
      Type.String({ description: 'As one text; what orders are sent to is among the addresses' }),
    ),
    role: Role,
    date_joined: Type.String({ format: 'date-time' }),
  },
  { $id: 'Profile' },
);
export type Profile = Static<typeof Profile>;

export const LoginAnswer = Type.Object(
  {
    ...TokenPair.properties,
    device_token: Type.String({ description: 'Send it with the next log-in on this device' }),
    user: Profile,
    cart_merge: Type.Optional(CartMerge),
  },
  { $id: 'LoginAnswer' },
);
export type LoginAnswer = Static<typeof LoginAnswer>;

/** Without a token, the cookie's; the answer then sets cookies too. */
export const RefreshRequest = Type.Object(
  { refresh_token: Type.Optional(Token), set_cookies: Type.Optional(SetCookies) },
  { $id: 'RefreshRequest', additionalProperties: false },
);
export type RefreshRequest = Static<typeof RefreshRequest>;

export const MailTokenRequest = Type.Object(
  { token: Token },
  { $id: 'MailTokenRequest', additionalProperties: false },
);
export type MailTokenRequest = Static<typeof MailTokenRequest>;

export const LoginLinkRequest = Type.Object(
  { email: KnownEmail },
  { $id: 'LoginLinkRequest', additionalProperties: false },
);
export type LoginLinkRequest = Static<typeof LoginLinkRequest>;

export const LoginLinkUse = Type.Object(
  { token: Token, set_cookies: Type.Optional(SetCookies) },
  { $id: 'LoginLinkUse', additionalProperties: false },
);
export type LoginLinkUse = Static<typeof LoginLinkUse>;

export const ForgottenPassword = Type.Object(
  { email: KnownEmail },
  { $id: 'ForgottenPassword', additionalProperties: false },
);
export type ForgottenPassword = Static<typeof ForgottenPassword>;

export const PasswordReset = Type.Object(
  {
    token: Token,
    password: NewPassword,
    set_cookies: Type.Optional(
      Type.Boolean({ description: 'True for a browser: it is known at the log-in that comes next' }),
    ),
  },
  { $id: 'PasswordReset', additionalProperties: false },
);
export type PasswordReset = Static<typeof PasswordReset>;

export const CsrfToken = Type.Object({ csrf_token: Type.String() }, { $id: 'CsrfToken' });
export type CsrfToken = Static<typeof CsrfToken>;

/** Anything else of an account, such as its email or role, is not changed here. */
export const ProfileChange = Type.Object(
  {
    first_name: Type.Optional(Nullable(Name)),
    last_name: Type.Optional(Nullable(Name)),
    age: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 150 }))),
    gender: Type.Optional(Nullable(Gender)),
    address: Type.Optional(Nullable(Home)),
  },
  { $id: 'ProfileChange', additionalProperties: false },
);
export type ProfileChange = Static<typeof ProfileChange>;

/** The new address gets a mail with a link; until it is used, nothing changes. */
export const EmailChange = Type.Object(
  { email: Email, password: Password },
  { $id: 'EmailChange', additionalProperties: false },
);
export type EmailChange = Static<typeof EmailChange>;

export const PasswordChange = Type.Object(
  { current_password: Password, password: NewPassword },
  { $id: 'PasswordChange', additionalProperties: false },
);
export type PasswordChange = Static<typeof PasswordChange>;

export const AccountDeletion = Type.Object(
  { password: Password },
  { $id: 'AccountDeletion', additionalProperties: false },
);
export type AccountDeletion = Static<typeof AccountDeletion>;

/** A log-in that goes on: on one device, until it is ended or 30 days have passed. */
export const LoginSession = Type.Object(
  {
    session_id: Type.String({ format: 'uuid' }),
    device: Nullable(Type.String({ description: 'In words; null: it does not say what it is' })),
    network: Nullable(Type.String({ description: 'The first part of the address it was last used from' })),
    created_at: Type.String({ format: 'date-time' }),
    last_used_at: Type.String({ format: 'date-time', description: 'To a quarter of an hour' }),
    is_current: Type.Boolean({ description: 'Whether it is the one that asks' }),
  },
  { $id: 'LoginSession' },
);
export type LoginSession = Static<typeof LoginSession>;

export const LoginSessionList = Type.Object({ items: Type.Array(LoginSession) }, { $id: 'LoginSessionList' });
export type LoginSessionList = Static<typeof LoginSessionList>;

const Rows = Type.Array(Type.Object({}, { additionalProperties: true }));

/** Everything that is kept about a person; the columns of each list are those of the shop's tables. */
export const AccountExport = Type.Object(
  {
    exported_at: Type.String({ format: 'date-time' }),
    profile: Type.Object({}, { additionalProperties: true }),
    addresses: Rows,
    orders: Rows,
    checkouts: Rows,
    reviews: Rows,
    review_votes: Rows,
    wishlist: Rows,
    notices: Rows,
    watches_wishlist: Type.Boolean(),
    cart: Rows,
    cart_details: Nullable(Type.Object({}, { additionalProperties: true })),
    saved_for_later: Rows,
    newsletter: Nullable(Type.Object({}, { additionalProperties: true })),
    former_newsletters: Rows,
    mails: Rows,
    sessions: Rows,
    events: Rows,
    searches: Type.Array(Type.Object({}, { additionalProperties: true }), {
      description: 'Those that an event, or a line of an order or of the cart, names',
    }),
    exposures: Rows,
  },
  { $id: 'AccountExport' },
);
export type AccountExport = Static<typeof AccountExport>;
