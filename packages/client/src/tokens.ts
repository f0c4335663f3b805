/** The tokens that a client keeps between requests. Plain JSON, and secret. */
export interface Tokens {
  readonly accessToken?: string | undefined;
  /** Works once, for the next pair. */
  readonly refreshToken?: string | undefined;
  /** Sent with the next log-in from this device, which other people's attempts on the account then do not block. */
  readonly deviceToken?: string | undefined;
  /** The token of a guest's cart. */
  readonly cartToken?: string | undefined;
  /** The tokens of a guest's orders, by order id. */
  readonly orderTokens?: Readonly<Record<string, string>> | undefined;
}

/** Where tokens are kept: a file, a database, `localStorage`. Only one client at a time may use it, because a refresh token works once. */
export interface TokenStore {
  read(): Tokens | undefined | Promise<Tokens | undefined>;
  write(tokens: Tokens): void | Promise<void>;
}

/** Keeps tokens as long as the program runs. */
export function memoryTokens(tokens: Tokens = {}): TokenStore {
  let kept = tokens;
  return {
    read: () => kept,
    write(next) {
      kept = next;
    },
  };
}
