import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Hashes and checks passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(passwordHash: string, password: string): Promise<boolean>;
  /** Whether the hash was made at a lower cost. */
  isWeak(passwordHash: string): boolean;
  /** A dummy hash. An unknown email address is checked against it, so that it takes as long as a known one. */
  readonly hashOfNobody: string;
}

/** The cost of an Argon2id hash. */
export interface PasswordCost {
  /** In KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

export function createPasswords(cost: PasswordCost): Passwords {
  const { memoryCost, timeCost, parallelism } = cost;
  return {
    hash: (password) => hash(password, cost),
    verify: (passwordHash, password) => verify(passwordHash, password),
    isWeak(passwordHash) {
      const found = parseOptions(passwordHash);
      return found.memoryCost < memoryCost || found.timeCost < timeCost;
    },
    hashOfNobody: `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$dug9e/Ph1Vqpb7WZOasl3g$2EtnOWV26pHWpAV6xAp04w62Tfdc6TaGARuhsiz1Szo`,
  };
}

/** The cost that OWASP's password storage cheat sheet recommends: 19 MiB, two passes, one lane. */
export const strongPasswords = createPasswords({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
