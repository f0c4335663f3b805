import { hash, parseOptions, verify } from '@node-rs/argon2';

/** How the shop keeps passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(passwordHash: string, password: string): Promise<boolean>;
  /** Whether it was made when less was asked for. */
  isWeak(passwordHash: string): boolean;
  /** Nobody's: what an unknown email is checked against, so that it takes as long as a known one. */
  readonly hashOfNobody: string;
}

/** What one Argon2id hash costs. */
export interface PasswordCost {
  /** KiB. */
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

/** As OWASP's password storage cheat sheet asks for: 19 MiB, two passes, one lane. */
export const strongPasswords = createPasswords({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
