import type { TokenPair } from './contracts.ts';
import { KindredError } from './kindred-error.ts';
import type { TokenStore, Tokens } from './tokens.ts';

/** What the requests of a client have in common. */
export interface Session {
  tokens(): Promise<Tokens>;
  /** What is undefined is forgotten. */
  keep(change: Tokens): Promise<void>;
  /** Forgets all others. */
  startAnew(tokens: Tokens): Promise<void>;
  keepOrder(orderId: string, accessToken: string): Promise<void>;
  /** Undefined: nobody is logged in. */
  accessToken(): Promise<string | undefined>;
  /**
   * Another access token than the one that the shop refused.
   * @throws `refused` where there is no refresh token
   */
  renew(used: string | undefined, refused: unknown): Promise<string>;
}

const ordersAtMost = 50;

/** Without a store nothing is kept: cookies say who asks. */
export function createSession(
  store: TokenStore | undefined,
  refresh: (refreshToken: string) => Promise<TokenPair>,
): Session {
  let lastChange: Promise<void> = Promise.resolve();
  let renewing: Promise<string> | undefined;

  const tokens = async (): Promise<Tokens> => (await store?.read()) ?? {};

  /** One after the other, or one would undo what another has kept. */
  function change(next: (kept: Tokens) => Tokens): Promise<void> {
    if (store === undefined) return lastChange;
    const changed = lastChange.then(async () => store.write(next(await tokens())));
    lastChange = changed.catch(() => undefined);
    return changed;
  }

  /** A log-out or another log-in may have come in between. */
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

  /** All that wait get the same: a refresh token that is sent twice counts as stolen. */
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
