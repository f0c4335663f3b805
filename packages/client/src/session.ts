import type { TokenPair } from './contracts.ts';
import { KindredError } from './kindred-error.ts';
import type { TokenStore, Tokens } from './tokens.ts';

/** The tokens that a client's requests share. */
export interface Session {
  tokens(): Promise<Tokens>;
  /** Stores the change; fields that are undefined are deleted. */
  keep(change: Tokens): Promise<void>;
  /** Stores these tokens and deletes all others. */
  startAnew(tokens: Tokens): Promise<void>;
  keepOrder(orderId: string, accessToken: string): Promise<void>;
  /** Undefined: no user is logged in. */
  accessToken(): Promise<string | undefined>;
  /**
   * Returns another access token than the one that the shop refused.
   * @throws `refused` if there is no refresh token
   */
  renew(used: string | undefined, refused: unknown): Promise<string>;
}

const ordersAtMost = 50;

/** Without a store it keeps nothing: cookies identify the caller. */
export function createSession(
  store: TokenStore | undefined,
  refresh: (refreshToken: string) => Promise<TokenPair>,
): Session {
  let lastChange: Promise<void> = Promise.resolve();
  let renewing: Promise<string> | undefined;

  const tokens = async (): Promise<Tokens> => (await store?.read()) ?? {};

  /** Changes run one after the other, so that none undoes another. */
  function change(next: (kept: Tokens) => Tokens): Promise<void> {
    if (store === undefined) return lastChange;
    const changed = lastChange.then(async () => store.write(next(await tokens())));
    lastChange = changed.catch(() => undefined);
    return changed;
  }

  /** A log-out or another log-in may have happened in between. */
  const replace = (refreshToken: string, pair: Tokens) =>
    change((kept) => (kept.refreshToken === refreshToken ? { ...kept, ...pair } : kept));

  async function renewOnce(used: string | undefined, refused: unknown): Promise<string> {
    await lastChange;
    const { accessToken, refreshToken } = await tokens();
    if (accessToken !== undefined && accessToken !== used) return accessToken;
    if (refreshToken === undefined) throw refused;
    try {
      const pair = await refresh(refreshToken);
      await replace(refreshToken, { accessToken: pair.access_token, refreshToken: pair.refresh_token });
      return pair.access_token;
    } catch (error) {
      if (error instanceof KindredError && error.status === 401)
        await replace(refreshToken, { accessToken: undefined, refreshToken: undefined });
      throw error;
    }
  }

  /** All waiting requests get the same token: a refresh token that is sent twice counts as stolen. */
  function renew(used: string | undefined, refused: unknown): Promise<string> {
    renewing ??= renewOnce(used, refused).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  return {
    tokens,
    renew,
    keep: (kept) => change((before) => ({ ...before, ...kept })),
    startAnew: (kept) => change(() => kept),
    keepOrder: (orderId, accessToken) =>
      change((kept) => {
        const others = Object.entries(kept.orderTokens ?? {}).filter(([id]) => id !== orderId);
        const newest = [...others, [orderId, accessToken]].slice(-ordersAtMost);
        return { ...kept, orderTokens: Object.fromEntries(newest) };
      }),
    async accessToken() {
      const { accessToken, refreshToken } = await tokens();
      if (accessToken === undefined && refreshToken !== undefined) return renew(undefined, undefined);
      return accessToken;
    },
  };
}
