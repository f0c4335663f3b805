/** What a client keeps between requests. Plain JSON, and a secret. */
export interface Tokens {
  readonly accessToken?: string | undefined;
  /** Good once, for the next pair. */
  readonly refreshToken?: string | undefined;
  /** Sent with the next log-in from here: what others tried on the account does not count then. */
  readonly deviceToken?: string | undefined;
  /** Of a guest's cart. */
  readonly cartToken?: string | undefined;
  /** What opens orders to a guest, by their ids. */
  readonly orderTokens?: Readonly<Record<string, string>> | undefined;
}

/** Where tokens are kept: a file, a database, `localStorage`. One client at a time: a refresh token is good once. */
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
