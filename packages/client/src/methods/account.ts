import { type Api, part } from '../api.ts';
import type {
  AccountDeletion,
  AccountExport,
  AddressChange,
  AddressList,
  CsrfToken,
  EmailChange,
  ForgottenPassword,
  LoginAnswer,
  LoginLinkRequest,
  LoginLinkUse,
  LoginRequest,
  LoginSessionList,
  MailOnItsWay,
  MailTokenRequest,
  NewAddress,
  PasswordChange,
  PasswordReset,
  Profile,
  ProfileChange,
  RefreshRequest,
  Registration,
  SavedAddress,
  TokenPair,
} from '../contracts.ts';
import { KindredError } from '../kindred-error.ts';

/** Log-in, log-out, and the account of the logged-in user. */
export function accountMethods({ get, send, session }: Api) {
  const asNobody = { isAnonymous: true };

  /** By then, the guest's cart and orders belong to the account. */
  async function enter(path: string, request: object): Promise<LoginAnswer> {
    const answer = await send<LoginAnswer>('POST', path, request, asNobody);
    const { access_token: accessToken, refresh_token: refreshToken, device_token: deviceToken } = answer;
    await session.keep({ accessToken, refreshToken, deviceToken, cartToken: undefined });
    return answer;
  }

  return {
    register: (registration: Registration) =>
      send<MailOnItsWay>('POST', '/auth/register', registration, asNobody),
    /** Logs in and keeps the tokens: all later requests are the user's. */
    async login(request: LoginRequest) {
      const { deviceToken } = await session.tokens();
      return enter('/auth/login', { ...(deviceToken && { device_token: deviceToken }), ...request });
    },
    /** Mails a link that logs in. */
    requestLoginLink: (request: LoginLinkRequest) =>
      send<MailOnItsWay>('POST', '/auth/login-link', request, asNobody),
    /** Logs in by the link and keeps the tokens, as `login` does. */
    redeemLoginLink: (request: LoginLinkUse) => enter('/auth/login-link/use', request),
    /** Refreshes tokens that are not the client's; the client refreshes its own automatically. Without a token, uses the cookie's. */
    refresh: (request: RefreshRequest = {}) => send<TokenPair>('POST', '/auth/refresh', request, asNobody),
    /** Ends the session and deletes its tokens, including those of the cart and of orders. */
    async logout() {
      try {
        await send<void>('POST', '/auth/logout');
      } catch (error) {
        // The session had already ended.
        if (!(error instanceof KindredError && error.status === 401)) throw error;
      } finally {
        const { deviceToken } = await session.tokens();
        await session.startAnew({ deviceToken });
      }
    },
    verifyEmail: (request: MailTokenRequest) => send<void>('POST', '/auth/verify-email', request, asNobody),
    resendVerification: () => send<MailOnItsWay>('POST', '/auth/resend-verification'),
    forgotPassword: (request: ForgottenPassword) =>
      send<MailOnItsWay>('POST', '/auth/forgot-password', request, asNobody),
    resetPassword: (request: PasswordReset) => send<void>('POST', '/auth/reset-password', request, asNobody),
    confirmEmailChange: (request: MailTokenRequest) =>
      send<void>('POST', '/auth/confirm-email-change', request, asNobody),
    /** For a browser that is logged in by cookies: send it with each change, as the header `x-csrf-token`. */
    csrf: () => get<CsrfToken>('/auth/csrf'),
    me: () => get<Profile>('/me'),
    changeProfile: (change: ProfileChange) => send<Profile>('PATCH', '/me', change),
    changePassword: (change: PasswordChange) => send<void>('POST', '/me/password', change),
    changeEmail: (change: EmailChange) => send<MailOnItsWay>('POST', '/me/email', change),
    sessions: () => get<LoginSessionList>('/me/sessions'),
    endSession: (sessionId: string) => send<void>('DELETE', `/me/sessions/${part(sessionId)}`),
    endOtherSessions: () => send<void>('DELETE', '/me/sessions'),
    exportAccount: () => get<AccountExport>('/me/export'),
    deleteAccount: (request: AccountDeletion) => send<void>('DELETE', '/me', request),
    addresses: () => get<AddressList>('/me/addresses'),
    addAddress: (address: NewAddress) => send<SavedAddress>('POST', '/me/addresses', address),
    changeAddress: (addressId: string, change: AddressChange) =>
      send<SavedAddress>('PATCH', `/me/addresses/${part(addressId)}`, change),
    deleteAddress: (addressId: string) => send<void>('DELETE', `/me/addresses/${part(addressId)}`),
  };
}
