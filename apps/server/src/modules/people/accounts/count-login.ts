import type { AttemptKind, AttemptLimits } from './attempt-limits.ts';
import type { KnownDevice } from './known-device.ts';
import { networkOf } from './network-of.ts';

/**
 * Counts a log-in before the password is checked. A known device of the account has a counter of its own, which no other device can use
 * up. All other devices share the account's counter for strangers.
 * @returns a function to call if the password was right
 * @throws ProblemError `too-many-attempts`
 */
export async function countLogin(
  limits: AttemptLimits,
  {
    device,
    address,
    triedOn,
  }: {
    device: KnownDevice | undefined;
    address: string;
    /** The account, or an email address without one; the same for all spellings. */
    triedOn: string;
  },
): Promise<() => Promise<void>> {
  if (device) {
    await limits.count('login-device', device.id);
    return () => limits.forget('login-device', device.id);
  }
  const network = networkOf(address);
  const counters: readonly [AttemptKind, string][] = [
    ['login-address', network],
    ['login-pair', `${network} ${triedOn}`],
    ['login-account', triedOn],
  ];
  // One after another, so that an attempt that one counter rejects does not use up the next.
  for (const [kind, of] of counters) await limits.count(kind, of);
  return async () => {
    for (const [kind, of] of counters) await limits.giveBack(kind, of);
  };
}
