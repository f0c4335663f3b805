import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's password storage cheat sheet asks for: 19 MiB, two passes, one lane. */
const policy = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** Of nobody's password: what an unknown e-mail is checked against, so that it takes as long as a known one. */
export const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$dug9e/Ph1Vqpb7WZOasl3g$2EtnOWV26pHWpAV6xAp04w62Tfdc6TaGARuhsiz1Szo';

export function hashPassword(password: string): Promise<string> {
  return hash(password, policy);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

/** Whether it was made when less was asked for. */
export function isWeakerThanPolicy(passwordHash: string): boolean {
  const { memoryCost, timeCost } = parseOptions(passwordHash);
  return memoryCost < policy.memoryCost || timeCost < policy.timeCost;
}
